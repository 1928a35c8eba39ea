import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { Channel, Language, Pace } from '../../generated/graphql.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import type { CategoryChoice, ChannelChoice, columnsOf } from './channel-choices.ts';
import { useHints } from '../rehearsal/use-hints.ts';
import type { Say } from '../../words/words.ts';
import { PaceSelect } from './pace-select.tsx';
import { CATEGORY_PLACE } from '../category-place.ts';
import { Said, useWords } from '../../words/use-words.tsx';

type OnSwitch = (category: string, channel: Channel, isOn: boolean) => void;
type OnPace = (category: string, channel: Channel, pace: Pace) => void;

type RowProps = {
  columns: ReturnType<typeof columnsOf>;
  choice: CategoryChoice;
  /** Of its title. */
  language: Language;
  onSwitch: OnSwitch;
  onPace: OnPace;
};

export function CategoryRow({ columns, choice, language, onSwitch, onPace }: RowProps) {
  const say = useWords();
  const { category, title, isCritical, channels } = choice;
  const hintsOf = useHints();
  return (
    <tr role="row">
      <th id={CATEGORY_PLACE + category} className="place" scope="row" role="rowheader" tabIndex={-1}>
        <span className="matrix-title" lang={language.toLowerCase()} dir="auto">
          {title}
        </span>
        <span className="matrix-hint">{hintOf(choice, say)}</span>
        {isCritical && <span className="matrix-hint">{say('preferences.critical')}</span>}
      </th>
      {columns.map(({ channel, name }) => {
        const known = channels.find((candidate) => candidate.channel === channel);
        return (
          <td key={channel} role="cell">
            <span className="matrix-channel" aria-hidden="true">
              {say(name)}
            </span>
            {isCritical && <AlwaysOn />}
            {!isCritical && known && (
              <ChannelSwitch
                name={say('preferences.channelFor', { channel: say(name), category: title })}
                choice={known}
                hints={hintsOf(() => ({ channel: { category, channel, isOn: !known.isOn } }))}
                onSwitch={(isOn) => onSwitch(category, channel, isOn)}
              />
            )}
            {!isCritical && known?.isOn && channel === 'EMAIL' && (
              <PaceSelect
                name={say('preferences.paceFor', { category: title })}
                value={known.pace}
                onChange={(pace) => onPace(category, channel, pace)}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function hintOf({ isCritical, emailAfterMinutes, channels }: CategoryChoice, say: Say): string {
  const choice = channels.find(({ channel }) => channel === 'EMAIL');
  if (!isCritical && !choice?.isOn) return say('preferences.noEmail');
  if (!isCritical && choice?.pace === 'DAILY') return say('preferences.emailDaily');
  if (!isCritical && choice?.pace === 'WEEKLY') return say('preferences.emailWeekly');
  if (emailAfterMinutes === 0) return say('preferences.emailAtOnce');
  return emailAfterMinutes % 60 === 0
    ? say('preferences.emailAfterHours', { count: emailAfterMinutes / 60 })
    : say('preferences.emailAfterMinutes', { count: emailAfterMinutes });
}

function AlwaysOn() {
  const say = useWords();
  return (
    <span className="always-on">
      <IconLock size={14} stroke={2} aria-hidden="true" />
      {say('preferences.alwaysOn')}
    </span>
  );
}

const CHANGED_FROM = { on: 'preferences.changedFromOn', off: 'preferences.changedFromOff' } as const;

type SwitchProps = {
  name: string;
  choice: ChannelChoice;
  hints: ReturnType<ReturnType<typeof useHints>>;
  onSwitch: (isOn: boolean) => void;
};

function ChannelSwitch({ name, choice: { isOn, isDefault, pace }, hints, onSwitch }: SwitchProps) {
  const id = useId();
  return (
    <span className="matrix-choice">
      <Switch
        aria-label={name}
        aria-describedby={isDefault ? undefined : id}
        checked={isOn}
        {...hints}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <span className="matrix-own" data-own={!isDefault || undefined}>
        {!isDefault && (
          <span id={id}>
            <Said
              of={pace !== 'NOW' ? 'preferences.changed' : CHANGED_FROM[isOn ? 'off' : 'on']}
              with={{ rest: (words) => <span className="visually-hidden">{words}</span> }}
            />
          </span>
        )}
      </span>
    </span>
  );
}
