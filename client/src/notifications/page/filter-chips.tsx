import { IconChevronDown, IconX } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { NotificationRowFragment, Severity, SubjectRef } from '../../generated/graphql.ts';
import { usePreferencesQuery } from '../../generated/hooks.ts';
import { isAbout, type Narrowing } from '../../inbox/lists/filter.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { dateWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { searchWith } from '../list/list-address.ts';
import { readable } from '../../../../server/src/platform/text/readable.ts';
import { useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';
import './filter-chips.css';

type Props = {
  narrowing: Narrowing;
  /** Where what the subject is called can be read. */
  rows: NotificationRowFragment[];
};

/** What the list is narrowed to, each part with a way back to all; and the categories to choose from. */
export function FilterChips({ narrowing: { category, subject, severity, since, until }, rows }: Props) {
  const say = useWords();
  const [params] = useSearchParams();
  const categories = usePreferencesQuery().data?.preferences.categories ?? [];
  const titleOf = (name: string) =>
    categories.find((known) => known.category === name)?.title ?? readable(name);
  const now = useNow();
  const about = subject && (rows.find((row) => isAbout(row, subject))?.subject ?? unnamed(subject));
  return (
    <ul className="chips" aria-label={say('filter.label')}>
      <li>
        {category === undefined ? (
          <Menu label={say('filter.byCategory')} button={<CategoryButton />} heading={say('filter.showOnly')}>
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
            name={say(SEVERITIES[severity])}
            without={searchWith(params, 'severity', null)}
          />
        </li>
      )}
      {since && (
        <li>
          <Chip
            kind="since"
            name={say('filter.since', { day: dateWords(Date.parse(since), now) })}
            without={searchWith(params, 'since', null)}
          />
        </li>
      )}
      {until && (
        <li>
          <Chip
            kind="until"
            name={say('filter.until', { day: dateWords(Date.parse(until), now) })}
            without={searchWith(params, 'until', null)}
          />
        </li>
      )}
    </ul>
  );
}

const SEVERITIES = {
  LOW: 'filter.LOW',
  NORMAL: 'filter.NORMAL',
  HIGH: 'filter.HIGH',
  URGENT: 'filter.URGENT',
} as const satisfies Record<Severity, PlainKey>;

function unnamed({ type, id }: SubjectRef): Subject {
  return { type, subjectId: String(id), label: null, url: null };
}

function CategoryButton() {
  const say = useWords();
  return (
    <span className="filter-chip">
      {say('filter.category')}
      <IconChevronDown size={15} stroke={1.9} aria-hidden="true" />
    </span>
  );
}

const REMOVE = {
  category: 'filter.removeCategory',
  about: 'filter.removeAbout',
  severity: 'filter.removeSeverity',
  since: 'filter.removeSince',
  until: 'filter.removeUntil',
} as const;

type ChipProps = {
  kind: keyof typeof REMOVE;
  name: string;
  without: string;
};

/** A link, as the tabs are: each way to look at the list has an address. */
function Chip({ kind, name, without }: ChipProps) {
  const say = useWords();
  return (
    <Link to={without} className="filter-chip" data-chosen replace title={say('filter.remove')}>
      <span className="visually-hidden">{say(REMOVE[kind])} </span>
      <bdi>{name}</bdi>
      <IconX size={15} stroke={2} aria-hidden="true" />
    </Link>
  );
}
