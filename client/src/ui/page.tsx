import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; narrow?: boolean };

/** A page with its heading, which takes the focus on navigation so that keyboard and screen reader follow along. */
export function Page({ title, lead, actions, children, narrow }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigation = useNavigationType();
  const isFirst = useLocation().key === 'default';
  useEffect(() => {
    // A page that was just loaded begins at its own beginning, with the link that skips to the content.
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    // Going back, the browser returns to where the reader was; a new page begins at its top.
    if (navigation !== NavigationType.Pop) window.scrollTo({ top: 0 });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each page, not whenever its address changes
  }, []);
  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
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
