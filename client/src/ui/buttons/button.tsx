import { forwardRef, type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import { PageLink } from '../router.ts';
import './button.css';

type Look = {
  /** `subtle` has neither ground nor border until the pointer is on it. */
  variant?: 'filled' | 'default' | 'light' | 'subtle';
  color?: 'red' | 'gray';
  size?: 'small';
  icon?: ReactNode;
  className?: string;
};

type ButtonProps = Look & Omit<ComponentProps<'button'>, 'ref'> & { loading?: boolean };

/**
 * Off, or busy, it is told so and does nothing, but it stays where it is for the keyboard: a browser takes the focus
 * away from what is `disabled`, and whoever had it there would have to begin at the top of the page.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { loading = false, disabled = false, onClick, ...props },
  ref,
) {
  const { icon, children, look, rest } = split(props);
  const isOff = loading || disabled;
  return (
    <button
      ref={ref}
      type="button"
      {...rest}
      {...look}
      aria-disabled={isOff || undefined}
      aria-busy={loading || undefined}
      onClick={isOff ? doNothing : onClick}
    >
      {loading ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
});

/** What leads somewhere is a link, however it looks: it opens in a new tab, and its address can be copied. */
export function ButtonLink(props: Look & ComponentProps<typeof PageLink>) {
  const { icon, children, look, rest } = split(props);
  return (
    <PageLink {...rest} {...look}>
      {icon}
      {children}
    </PageLink>
  );
}

function split<Props extends Look & { children?: ReactNode }>(props: Props) {
  const { variant = 'filled', color, size, icon, className = '', children, ...rest } = props;
  const look = {
    className: `button ${className}`,
    'data-variant': variant,
    'data-color': color,
    'data-size': size,
  };
  return { icon, children, look, rest };
}

// Also for a form: the click that stands for Enter in one of its fields ends here.
function doNothing(event: MouseEvent): void {
  event.preventDefault();
}
