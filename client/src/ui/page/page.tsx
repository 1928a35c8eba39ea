import type { ReactNode } from 'react';
import { usePageHeading } from './use-page-heading.ts';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; narrow?: boolean };

/** A page with its heading. */
export function Page({ title, lead, actions, children, narrow }: Props) {
  const heading = usePageHeading(title);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'} data-frame="page">
      <header className="page-head">
        <div className="page-head-text">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
