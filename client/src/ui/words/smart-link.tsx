import { forwardRef, type ComponentProps, type ReactNode, type Ref } from 'react';
import { PageLink } from '../router.ts';
import './smart-link.css';
import type { Link as Target } from '../../../../server/src/platform/text/link.ts';

type Props = { to: Target | undefined; children: ReactNode } & Omit<ComponentProps<'a'>, 'href' | 'ref'>;

/** A real anchor wherever it leads, so that middle click and Ctrl-click do what they should; a button if it leads nowhere. */
export const SmartLink = forwardRef<HTMLElement, Props>(function SmartLink({ to, children, ...rest }, ref) {
  const link = ref as Ref<HTMLAnchorElement>;
  if (!to) {
    return (
      <button
        type="button"
        {...(rest as ComponentProps<'button'>)}
        ref={ref as Ref<HTMLButtonElement>}
        className={`smart-link ${rest.className ?? ''}`}
      >
        {children}
      </button>
    );
  }
  if (to.kind === 'path') {
    return (
      <PageLink to={to.href} {...rest} ref={link}>
        {children}
      </PageLink>
    );
  }
  return (
    <a href={to.href} rel="noopener noreferrer" target="_blank" {...rest} ref={link}>
      {children}
    </a>
  );
});
