import { useSearchParams } from 'react-router';
import type { Severity } from '../../generated/graphql.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { searchWith } from '../list/list-address.ts';
import { FilterChip, FilterChipButton } from './filter-chip.tsx';

const NAMES: Record<Severity, string> = { URGENT: 'Urgent', HIGH: 'High', NORMAL: 'Normal', LOW: 'Low' };
const CHOICES = Object.keys(NAMES) as Severity[];

/** How much what is listed matters, or the choice of it. An item of a list. */
export function SeverityFilter({ severity }: { severity: Severity | undefined }) {
  const [params] = useSearchParams();
  return (
    <li>
      {severity === undefined ? (
        <Menu
          label="Filter by importance"
          button={<FilterChipButton>Importance</FilterChipButton>}
          heading="Show only"
        >
          {CHOICES.map((choice) => (
            <MenuLink key={choice} to={searchWith(params, 'severity', choice)} replace>
              {NAMES[choice]}
            </MenuLink>
          ))}
        </Menu>
      ) : (
        <FilterChip kind="severity" name={NAMES[severity]} without={searchWith(params, 'severity', null)} />
      )}
    </li>
  );
}
