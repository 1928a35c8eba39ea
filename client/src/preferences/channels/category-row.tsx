import { IconLock } from '@tabler/icons-react';
import { useId } from 'react';
import type { Channel, Language, Pace } from '../../generated/graphql.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import type { CategoryChoice, ChannelChoice, columnsOf } from './channel-choices.ts';
import { useHints } from '../rehearsal/use-hints.ts';
import { PaceSelect } from './pace-select.tsx';
import { CATEGORY_PLACE } from '../use-focus-on-place.ts';

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
  const { category, title, isCritical, channels } = choice;
  const hintsOf = useHints();
  return (
    <tr role="row">
      <th id={CATEGORY_PLACE + category} className="place" scope="row" role="rowheader" tabIndex={-1}>
        <span className="matrix-title" lang={language.toLowerCase()} dir="auto">
          {title}
        </span>
        <span className="matrix-hint">{hintOf(choice)}</span>
        {isCritical && (
          <span className="matrix-hint">
            Too important to miss: it comes in quiet hours and do not disturb too
          </span>
        )}
      </th>
      {columns.map(({ channel, label }) => {
        const known = channels.find((candidate) => candidate.channel === channel);
        return (
          <td key={channel} role="cell">
            <span className="matrix-channel" aria-hidden="true">
              {label}
            </span>
            {isCritical && <AlwaysOn />}
            {!isCritical && known && (
              <ChannelSwitch
                name={`${label} for ${title}`}
                choice={known}
                hints={hintsOf(() => ({ channel: { category, channel, isOn: !known.isOn } }))}
                onSwitch={(isOn) => onSwitch(category, channel, isOn)}
              />
            )}
            {!isCritical && known?.isOn && channel === 'EMAIL' && (
              <PaceSelect
                name={`How soon e-mails about ${title} come`}
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

function hintOf({ isCritical, emailAfterMinutes, channels }: CategoryChoice): string {
  const email =
    emailAfterMinutes === 0
      ? 'E-mail at once'
      : `E-mail when it is still unread after ${minutesInWords(emailAfterMinutes)}`;
  if (isCritical) return email;
  const choice = channels.find(({ channel }) => channel === 'EMAIL');
  if (!choice?.isOn) return 'No e-mail';
  return {
    NOW: email,
    DAILY: 'E-mail once a day, of what is unread',
    WEEKLY: 'E-mail once a week, of what is unread',
  }[choice.pace];
}

function minutesInWords(minutes: number): string {
  const [count, unit] = minutes > 0 && minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function AlwaysOn() {
  return (
    <span className="always-on">
      <IconLock size={14} stroke={2} aria-hidden="true" />
      Always on
    </span>
  );
}

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
            Changed{' '}
            <span className="visually-hidden">
              from the default{pace === 'NOW' && `, which is ${isOn ? 'off' : 'on'}`}
            </span>
          </span>
        )}
      </span>
    </span>
  );
}
