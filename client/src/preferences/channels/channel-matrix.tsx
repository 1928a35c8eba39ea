import { IconMailOff } from '@tabler/icons-react';
import type { Channel, Pace, PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { CategoryRow } from './category-row.tsx';
import { DigestTime } from './digest-time.tsx';
import { columnsOf, countOfOwn, isAnyPaced, type CategoryChoice } from './channel-choices.ts';
import { useHints } from '../rehearsal/use-hints.ts';
import { useChannelChanges } from './use-channel-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { useWords } from '../../words/use-words.tsx';

type Props = Pick<
  PreferencesFieldsFragment,
  'categories' | 'hasEmailAddress' | 'language' | 'digestHour' | 'digestWeekday'
>;

/** The roles stand here in words as well: on a phone the rows become cards, and browsers then forget what a table is. */
export function ChannelMatrix({ categories, hasEmailAddress, language, ...digest }: Props) {
  const say = useWords();
  const { setChannel, setPace } = useChannelChanges();
  const columns = columnsOf(categories);
  const onSwitch = (category: string, channel: Channel, isOn: boolean) =>
    void setChannel(category, channel, isOn);
  const onPace = (category: string, channel: Channel, pace: Pace) => void setPace(category, channel, pace);
  return (
    <section id={PLACES.categories} className="card place" tabIndex={-1} aria-labelledby="categories-title">
      <div className="card-head">
        <h2 id="categories-title">{say('preferences.whatReachesYou')}</h2>
        <BackToDefaults categories={categories} />
      </div>
      <p className="card-lead">{say('preferences.channelsLead')}</p>
      {!hasEmailAddress && (
        <p className="no-email">
          <IconMailOff size={18} stroke={1.8} aria-hidden="true" />
          {say('preferences.noEmailPossible')}
        </p>
      )}
      <table className="matrix" role="table" aria-labelledby="categories-title">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {say('preferences.category')}
            </th>
            {columns.map(({ channel, name, Icon }) => (
              <th key={channel} scope="col" role="columnheader">
                <Icon size={16} stroke={1.8} aria-hidden="true" /> {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {categories.map((category) => (
            <CategoryRow
              key={category.category}
              {...{ columns, language, onSwitch, onPace }}
              choice={category}
            />
          ))}
        </tbody>
      </table>
      {isAnyPaced(categories) && <DigestTime {...digest} />}
    </section>
  );
}

/** Asks nothing, since choosing again undoes it. */
function BackToDefaults({ categories }: { categories: CategoryChoice[] }) {
  const say = useWords();
  const { backToDefaults } = useChannelChanges();
  const count = countOfOwn(categories);
  const hintsOf = useHints();
  return (
    <Button
      variant="subtle"
      size="small"
      className="to-defaults"
      disabled={count === 0}
      {...(count > 0 && hintsOf(() => ({ reset: true })))}
      onClick={() => void backToDefaults(say('preferences.atDefaults', { count }))}
    >
      {say('preferences.toDefaults')}
    </Button>
  );
}
