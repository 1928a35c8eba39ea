import { registerEnumType } from 'type-graphql';

/** What was decided about ringing when a notification came; the words of `notifications.ring` and of the schema. */
export enum Ring {
  RANG = 'RANG',
  PREFERENCE_OFF = 'PREFERENCE_OFF',
  MUTED = 'MUTED',
  QUIET_HOURS = 'QUIET_HOURS',
  DO_NOT_DISTURB = 'DO_NOT_DISTURB',
}

registerEnumType(Ring, {
  name: 'Ring',
  description: 'Whether a notification rings, or why not: decided when it comes, and kept.',
  valuesConfig: {
    RANG: { description: 'It rings.' },
    PREFERENCE_OFF: { description: 'Not: its category does not ring for the reader.' },
    MUTED: { description: 'Not: the reader has muted what it is about.' },
    QUIET_HOURS: { description: 'Not by itself: it is quiet. Tell it with others when that ends.' },
    DO_NOT_DISTURB: {
      description: 'Not by itself: the reader is not to be disturbed. Tell it with others when that ends.',
    },
  },
});
