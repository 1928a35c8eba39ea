import { useSearchParams } from 'react-router';
import { serverTime } from '../../browser/server-time.ts';
import type { Narrowing } from '../../inbox/lists/filter.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { dayBefore, searchWith } from '../list/list-address.ts';
import { FilterChip, FilterChipButton } from './filter-chip.tsx';

/** By how many days before today the bound lies. */
const CHOICES = [
  { label: 'Today', bound: 'since', days: 0 },
  { label: 'The last 7 days', bound: 'since', days: 6 },
  { label: 'The last 30 days', bound: 'since', days: 29 },
  { label: 'Older than 7 days', bound: 'until', days: 6 },
  { label: 'Older than 30 days', bound: 'until', days: 29 },
] as const;

/** When what is listed came, or the choice of it. Items of a list; an address may have any two days. */
export function TimeFilter({ since, until }: Pick<Narrowing, 'since' | 'until'>) {
  const [params] = useSearchParams();
  if (since === undefined && until === undefined) {
    return (
      <li>
        <Menu label="Filter by time" button={<FilterChipButton>Time</FilterChipButton>} heading="Show only">
          {CHOICES.map(({ label, bound, days }) => (
            <MenuLink
              key={label}
              to={searchWith(params, bound, dayBefore(new Date(serverTime()), days))}
              replace
            >
              {label}
            </MenuLink>
          ))}
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
            name={`Since ${dayWord(since)}`}
            without={searchWith(params, 'since', null)}
          />
        </li>
      )}
      {until && (
        <li>
          <FilterChip
            kind="until"
            name={`Before ${dayWord(until)}`}
            without={searchWith(params, 'until', null)}
          />
        </li>
      )}
    </>
  );
}

const dayWord = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });
