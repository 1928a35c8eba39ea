import { useSearchParams } from 'react-router';
import type { NotificationRowFragment, SubjectRef } from '../../generated/graphql.ts';
import { isAbout, type Narrowing } from '../../inbox/lists/filter.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { useWords } from '../../words/use-words.tsx';
import { searchWith } from '../list/list-address.ts';
import '../../ui/buttons/choice-line.css';
import { CategoryFilter } from './category-filter.tsx';
import { FilterChip } from './filter-chip.tsx';
import { SeverityFilter } from './severity-filter.tsx';
import { TimeFilter } from './time-filter.tsx';
import type { CategoryChip } from './use-category-chips.ts';

type Props = {
  narrowing: Narrowing;
  /** Categories to choose at once. */
  chips: CategoryChip[];
  /** Where what the subject is called can be read. */
  rows: NotificationRowFragment[];
};

/** What the list is narrowed to, each part with a way back to all; and what it can be narrowed to. */
export function FilterChips({ narrowing, chips, rows }: Props) {
  const say = useWords();
  const [params] = useSearchParams();
  const { category, subject, severity, since, until } = narrowing;
  const about = subject && (rows.find((row) => isAbout(row, subject))?.subject ?? unnamed(subject));
  return (
    <div className="chips-place">
      <ul className="chips choice-line" aria-label={say('filter.label')}>
        <CategoryFilter category={category} chips={chips} />
        {about && (
          <li>
            <FilterChip kind="about" name={nameOf(about)} without={searchWith(params, 'subject', null)} />
          </li>
        )}
        <SeverityFilter severity={severity} />
        <TimeFilter since={since} until={until} />
      </ul>
    </div>
  );
}

function unnamed({ type, id }: SubjectRef): Subject {
  return { type, subjectId: String(id), label: null, url: null };
}
