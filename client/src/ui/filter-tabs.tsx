import { Link } from 'react-router';
import './filter-tabs.css';

type Tab = { label: string; to: string; isCurrent: boolean };

/** Views of one list as real links, so that each has an address and the back button works. */
export function FilterTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to={tab.to}
          className="tab"
          aria-current={tab.isCurrent ? 'page' : undefined}
          replace
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
