import { useSearchParams } from 'react-router';
import { PageLink } from '../../ui/words/page-link.tsx';
import { useInboxQuery } from '../../generated/inbox.ts';
import { usePreferencesQuery } from '../../generated/preferences.ts';
import { unreadByCategory } from '../../inbox/lists/unread-in.ts';
import { Menu, MenuLink } from '../../ui/layers/menu.tsx';
import { readable } from '../../../../server/src/platform/text/readable.ts';
import { useWords } from '../../words/use-words.tsx';
import { searchWith } from '../list/list-address.ts';
import { FilterChip, FilterChipButton, UnreadCount } from './filter-chip.tsx';
import type { CategoryChip } from './use-category-chips.ts';

type Props = {
  /** What the list is narrowed to. */
  category: string | undefined;
  /** To choose from at once. */
  chips: CategoryChip[];
};

/** The category that a list is narrowed to, or those to choose from, with what is unread in each. Items of a list. */
export function CategoryFilter({ category, chips }: Props) {
  const say = useWords();
  const [params] = useSearchParams();
  const declared = usePreferencesQuery().data?.preferences.categories ?? [];
  const unread = unreadByCategory(useInboxQuery().data?.inbox.counts);
  const titleOf = (name: string) => declared.find((one) => one.category === name)?.title ?? readable(name);
  const choices = [...new Set([...unread.keys(), ...declared.map((one) => one.category)])];
  return (
    <>
      <li>
        {category === undefined ? (
          <Menu
            label={say('filter.byCategory')}
            button={<FilterChipButton>{say('filter.category')}</FilterChipButton>}
            heading={say('filter.showOnly')}
          >
            {choices.map((choice) => (
              <MenuLink key={choice} to={searchWith(params, 'category', choice)} replace>
                <bdi>{titleOf(choice)}</bdi> <UnreadCount unread={unread.get(choice)} />
              </MenuLink>
            ))}
          </Menu>
        ) : (
          <FilterChip
            kind="category"
            name={titleOf(category)}
            without={searchWith(params, 'category', null)}
          />
        )}
      </li>
      {chips
        .filter((chip) => chip.category !== category)
        .map((chip) => (
          <li key={chip.category}>
            <PageLink to={searchWith(params, 'category', chip.category)} className="filter-chip" replace>
              <bdi>{titleOf(chip.category)}</bdi> <UnreadCount unread={chip.unread} />
            </PageLink>
          </li>
        ))}
    </>
  );
}
