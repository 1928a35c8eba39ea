import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Link as Target } from '../../../../server/src/platform/text/link.ts';

type Props = { to: Target; children: ReactNode } & Omit<ComponentProps<'a'>, 'href'>;

/** A real anchor either way, so that middle click and Ctrl-click do what they should. */
export function SmartLink({ to, children, ...rest }: Props) {
  if (to.kind === 'path') {
    return (
      <Link to={to.href} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={to.href} rel="noopener noreferrer" target="_blank" {...rest}>
      {children}
    </a>
  );
}
