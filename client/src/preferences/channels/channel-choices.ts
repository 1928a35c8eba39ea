import { IconBell, IconDeviceMobile, IconMail, IconMessage } from '@tabler/icons-react';
import type { Channel, Pace, PreferencesFieldsFragment } from '../../generated/graphql.ts';
import type { PlainKey } from '../../words/words.ts';

const CHANNELS = [
  { channel: 'IN_APP', name: 'preferences.ring', Icon: IconBell },
  { channel: 'EMAIL', name: 'preferences.email', Icon: IconMail },
  { channel: 'PUSH', name: 'preferences.push', Icon: IconDeviceMobile },
  { channel: 'SMS', name: 'preferences.sms', Icon: IconMessage },
] as const satisfies { channel: Channel; name: PlainKey; Icon: typeof IconBell }[];

/** The columns of the matrix, in their order: what can come here at all. */
export const columnsOf = (categories: readonly CategoryChoice[]) =>
  CHANNELS.filter(({ channel }) =>
    categories.some(({ channels }) => channels.some((choice) => choice.channel === channel)),
  );

export type CategoryChoice = PreferencesFieldsFragment['categories'][number];
export type ChannelChoice = CategoryChoice['channels'][number];

export function withChannel(
  categories: CategoryChoice[],
  category: string,
  channel: Channel,
  isOn: boolean,
): CategoryChoice[] {
  return mapChannels(categories, (choice, of) =>
    of === category && choice.channel === channel && choice.isOn !== isOn ? turned(choice) : choice,
  );
}

export function withPace(
  categories: CategoryChoice[],
  category: string,
  channel: Channel,
  pace: Pace,
): CategoryChoice[] {
  return mapChannels(categories, (choice, of) =>
    of === category && choice.channel === channel
      ? { ...choice, pace, isDefault: pace === 'NOW' && choice.isDefault }
      : choice,
  );
}

/** Whether anything comes as a digest. */
export const isAnyPaced = (categories: CategoryChoice[]): boolean =>
  categories.some(({ channels }) => channels.some(({ isOn, pace }) => isOn && pace !== 'NOW'));

export function withDefaults(categories: CategoryChoice[]): CategoryChoice[] {
  return mapChannels(categories, (choice) => {
    if (choice.isDefault) return choice;
    // Whether it is off as well by choice the server knows.
    return choice.pace === 'NOW' ? turned(choice) : { ...choice, pace: 'NOW', isDefault: true };
  });
}

/** How many choices are the reader's own. */
export function countOfOwn(categories: CategoryChoice[]): number {
  return categories.flatMap(({ channels }) => channels).filter(({ isDefault }) => !isDefault).length;
}

// There are only two ways: whoever turns away from one is on the other.
function turned(choice: ChannelChoice): ChannelChoice {
  return { ...choice, isOn: !choice.isOn, isDefault: choice.pace === 'NOW' && !choice.isDefault };
}

function mapChannels(
  categories: CategoryChoice[],
  change: (choice: ChannelChoice, category: string) => ChannelChoice,
): CategoryChoice[] {
  return categories.map((known) => ({
    ...known,
    channels: known.channels.map((choice) => change(choice, known.category)),
  }));
}
