import type { ComponentProps, ReactNode } from 'react';
import { PageLink } from '../router.ts';
import './smart-link.css';
import type { Link as Target } from '../../../../server/src/platform/text/link.ts';

type Props = { to: Target | undefined; children: ReactNode } & Omit<ComponentProps<'a'>, 'href'>;

/** A real anchor wherever it leads, so that middle click and Ctrl-click do what they should; a button if it leads nowhere. */
export function SmartLink({ to, children, ...rest }: Props) {
  if (!to) {
    return (
      <button
        type="button"
        {...(rest as ComponentProps<'button'>)}
        className={`smart-link ${rest.className ?? ''}`}
      >
        {children}
      </button>
    );
  }
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
