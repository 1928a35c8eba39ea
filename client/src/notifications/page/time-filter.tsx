import { useSearchParams } from 'react-router';
import { serverTime } from '../../browser/server-time.ts';
import type { Narrowing } from '../../inbox/lists/filter.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { useWords } from '../../words/use-words.tsx';
import { dateWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { dayBefore, searchWith } from '../list/list-address.ts';
import { FilterChip, FilterChipButton } from './filter-chip.tsx';

/** By how many days before today the bound lies; how many days that are in words. */
const CHOICES = [
  { says: 'filter.today', bound: 'since', days: 0, count: 1 },
  { says: 'filter.lastDays', bound: 'since', days: 6, count: 7 },
  { says: 'filter.lastDays', bound: 'since', days: 29, count: 30 },
  { says: 'filter.olderThan', bound: 'until', days: 6, count: 7 },
  { says: 'filter.olderThan', bound: 'until', days: 29, count: 30 },
] as const;

/** What days these are is reckoned when somebody looks. */
function Choices() {
  const say = useWords();
  const [params] = useSearchParams();
  return CHOICES.map(({ says, bound, days, count }) => (
    <MenuLink
      key={says + count}
      to={searchWith(params, bound, dayBefore(new Date(serverTime()), days))}
      replace
    >
      {says === 'filter.today' ? say(says) : say(says, { count })}
    </MenuLink>
  ));
}

/** When what is listed came, or the choice of it. Items of a list; an address may have any two days. */
export function TimeFilter({ since, until }: Pick<Narrowing, 'since' | 'until'>) {
  const say = useWords();
  const now = useNow();
  const [params] = useSearchParams();
  if (since === undefined && until === undefined) {
    return (
      <li>
        <Menu
          label={say('filter.byTime')}
          button={<FilterChipButton>{say('filter.time')}</FilterChipButton>}
          heading={say('filter.showOnly')}
        >
          <Choices />
        </Menu>
      </li>
    );
  }
  return (
    <>
      {since && (
        <li>
          <FilterChip
            kind="since"
            name={say('filter.since', { day: dateWords(Date.parse(since), now) })}
            without={searchWith(params, 'since', null)}
          />
        </li>
      )}
      {until && (
        <li>
          <FilterChip
            kind="until"
            name={say('filter.until', { day: dateWords(Date.parse(until), now) })}
            without={searchWith(params, 'until', null)}
          />
        </li>
      )}
    </>
  );
}
