import { IconChevronDown, IconX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { NotificationRowFragment, SubjectRef } from '../../generated/graphql.ts';
import { usePreferencesQuery } from '../../generated/hooks.ts';
import { isAbout, type Narrowing } from '../../inbox/lists/filter.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { dateWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { searchWith } from '../list/list-address.ts';
import { readable } from '../../../../server/src/platform/text/readable.ts';
import './filter-chips.css';

type Props = {
  narrowing: Narrowing;
  /** Where what the subject is called can be read. */
  rows: NotificationRowFragment[];
};

/** What the list is narrowed to, each part with a way back to all; and the categories to choose from. */
export function FilterChips({ narrowing: { category, subject, severity, since, until }, rows }: Props) {
  const [params] = useSearchParams();
  const categories = usePreferencesQuery().data?.preferences.categories ?? [];
  const titleOf = (name: string) =>
    categories.find((known) => known.category === name)?.title ?? readable(name);
  const now = useNow();
  const about = subject && (rows.find((row) => isAbout(row, subject))?.subject ?? unnamed(subject));
  return (
    <ul className="chips" aria-label="Filters">
      <li>
        {category === undefined ? (
          <Menu label="Filter by category" button={<CategoryButton />} heading="Show only">
            {categories.map((choice) => (
              <MenuLink key={choice.category} to={searchWith(params, 'category', choice.category)} replace>
                <bdi>{choice.title}</bdi>
              </MenuLink>
            ))}
          </Menu>
        ) : (
          <Chip kind="category" name={titleOf(category)} without={searchWith(params, 'category', null)} />
        )}
      </li>
      {about && (
        <li>
          <Chip kind="about" name={nameOf(about)} without={searchWith(params, 'subject', null)} />
        </li>
      )}
      {severity && (
        <li>
          <Chip
            kind="severity"
            name={severityWord(severity)}
            without={searchWith(params, 'severity', null)}
          />
        </li>
      )}
      {since && (
        <li>
          <Chip
            kind="since"
            name={`Since ${dateWords(Date.parse(since), now)}`}
            without={searchWith(params, 'since', null)}
          />
        </li>
      )}
      {until && (
        <li>
          <Chip
            kind="until"
            name={`Before ${dateWords(Date.parse(until), now)}`}
            without={searchWith(params, 'until', null)}
          />
        </li>
      )}
    </ul>
  );
}

const severityWord = (severity: string): string => severity[0] + severity.slice(1).toLowerCase();

function unnamed({ type, id }: SubjectRef): Subject {
  return { type, subjectId: String(id), label: null, url: null };
}

function CategoryButton() {
  return (
    <span className="filter-chip">
      Category
      <IconChevronDown size={15} stroke={1.9} aria-hidden="true" />
    </span>
  );
}

type ChipProps = {
  kind: 'category' | 'about' | 'severity' | 'since' | 'until';
  name: string;
  without: string;
};

/** A link, as the tabs are: each way to look at the list has an address. */
function Chip({ kind, name, without }: ChipProps) {
  return (
    <Link to={without} className="filter-chip" data-chosen replace title="Remove this filter">
      <span className="visually-hidden">Remove the filter: {kind} </span>
      <bdi>{name}</bdi>
      <IconX size={15} stroke={2} aria-hidden="true" />
    </Link>
  );
}
