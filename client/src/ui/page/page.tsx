import { useContext, type ComponentProps, type ReactNode } from 'react';
import { PagePlace } from './page-place.ts';
import { usePageHeading } from './use-page-heading.ts';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; narrow?: boolean };

/** A page with its heading; what is open beside a list is a part of that one's. */
export function Page({ title, lead, actions, children, narrow }: Props) {
  const heading = usePageHeading(title);
  const Heading = useContext(PagePlace) === 'beside' ? 'h2' : 'h1';
  return (
    <div className={narrow ? 'page page-narrow' : 'page'} data-frame="page">
      <header className="page-head">
        <div className="page-head-text">
          <Heading ref={heading} tabIndex={-1} dir="auto">
            {title}
          </Heading>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** The heading of a part of a page. */
export function PartHeading(props: ComponentProps<'h2'>) {
  const Heading = useContext(PagePlace) === 'beside' ? 'h3' : 'h2';
  return <Heading {...props} />;
}
