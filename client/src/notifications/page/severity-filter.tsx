import { useSearchParams } from 'react-router';
import type { Severity } from '../../generated/graphql.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';
import { searchWith } from '../list/list-address.ts';
import { FilterChip, FilterChipButton } from './filter-chip.tsx';

const NAMES = {
  URGENT: 'filter.URGENT',
  HIGH: 'filter.HIGH',
  NORMAL: 'filter.NORMAL',
  LOW: 'filter.LOW',
} as const satisfies Record<Severity, PlainKey>;
const CHOICES = Object.keys(NAMES) as Severity[];

/** How much what is listed matters, or the choice of it. An item of a list. */
export function SeverityFilter({ severity }: { severity: Severity | undefined }) {
  const say = useWords();
  const [params] = useSearchParams();
  return (
    <li>
      {severity === undefined ? (
        <Menu
          label={say('filter.bySeverity')}
          button={<FilterChipButton>{say('filter.severity')}</FilterChipButton>}
          heading={say('filter.showOnly')}
        >
          {CHOICES.map((choice) => (
            <MenuLink key={choice} to={searchWith(params, 'severity', choice)} replace>
              {say(NAMES[choice])}
            </MenuLink>
          ))}
        </Menu>
      ) : (
        <FilterChip
          kind="severity"
          name={say(NAMES[severity])}
          without={searchWith(params, 'severity', null)}
        />
      )}
    </li>
  );
}
