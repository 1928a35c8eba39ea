import type { ComponentProps, ReactNode } from 'react';
import { PageLink } from './page-link.tsx';
import type { Link as Target } from '../../../../server/src/platform/text/link.ts';

type Props = { to: Target; children: ReactNode } & Omit<ComponentProps<'a'>, 'href'>;

/** A real anchor either way, so that middle click and Ctrl-click do what they should. */
export function SmartLink({ to, children, ...rest }: Props) {
  if (to.kind === 'path') {
    return (
      <PageLink to={to.href} {...rest}>
        {children}
      </PageLink>
    );
  }
  return (
    <a href={to.href} rel="noopener noreferrer" target="_blank" {...rest}>
      {children}
    </a>
  );
}
