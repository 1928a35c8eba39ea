import type { Channel } from '../../catalogue/category.ts';
import type { SubjectRef } from '../../inbox/subject.ts';
import { withQuietHours } from '../../preferences/quiet-hours-input.ts';
import type { QuietInterval } from '../../preferences/clock/quiet-week.ts';
import type { Weekday } from '../../preferences/clock/weekday.ts';
import type { Pace } from '../../preferences/pace.ts';
import type { DigestTerms } from '../../preferences/clock/digest-moment.ts';
import type { Terms, Wishes } from '../../preferences/wishes.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
const WEEKS = [1, 2, 3, 4];

/** What a reader thinks of changing: one thing. */
export type PreferenceChange =
  | { kind: 'channel'; category: string; channel: Channel; isOn: boolean }
  | { kind: 'pace'; category: string; channel: Channel; pace: Pace | null }
  | { kind: 'defaults' }
  | { kind: 'mute'; subject: SubjectRef; isMuted: boolean }
  | { kind: 'quietHours'; interval: QuietInterval | null; weekdays: readonly Weekday[] | null }
  | { kind: 'doNotDisturb'; from: number; until: number | null }
  /** What is not said stays as it was. */
  | { kind: 'clock'; terms: Partial<DigestTerms> };

/** As if it had been changed before all of it, and all else had been as it was. Pure. */
export function withChange(wishes: Wishes, change: PreferenceChange): Wishes {
  const { choiceAt, paceAt, isMutedAt, termsAt } = wishes;
  switch (change.kind) {
    case 'channel': {
      const { isOn } = change;
      return { ...wishes, choiceAt: (at, ...of) => (isOf(change, of) ? isOn : choiceAt(at, ...of)) };
    }
    case 'pace': {
      const { pace } = change;
      return { ...wishes, paceAt: (at, ...of) => (isOf(change, of) ? pace : paceAt(at, ...of)) };
    }
    case 'defaults':
      return { ...wishes, choiceAt: () => null, paceAt: () => null };
    case 'mute': {
      const { subject, isMuted } = change;
      const isIt = ({ type, id }: SubjectRef) => type === subject.type && id === subject.id;
      return { ...wishes, isMutedAt: (at, one) => (isIt(one) ? isMuted : isMutedAt(at, one)) };
    }
    case 'quietHours':
      return { ...wishes, termsAt: (at) => quietened(termsAt(at), change) };
    case 'doNotDisturb':
      return { ...wishes, termsAt: (at) => undisturbed(termsAt(at), at, change) };
    case 'clock':
      return { ...wishes, termsAt: (at) => ({ ...termsAt(at), ...change.terms }) };
  }
}

const isOf = (
  change: { category: string; channel: Channel },
  [category, channel]: [category: string, channel: Channel],
): boolean => category === change.category && channel === change.channel;

type Of<Kind> = Extract<PreferenceChange, { kind: Kind }>;

const quietened = (terms: Terms, { interval, weekdays }: Of<'quietHours'>): Terms => ({
  ...terms,
  quietHours: withQuietHours(terms.quietHours, interval, weekdays),
});

/** It is for hours to come: what would it have been in the same hours of the last four weeks, besides what it was? */
function undisturbed(terms: Terms, at: number, { from, until }: Of<'doNotDisturb'>): Terms {
  if (until === null) return { ...terms, dndUntil: null };
  const week = WEEKS.find((back) => from - back * WEEK_MS <= at && at < until - back * WEEK_MS);
  return week === undefined ? terms : { ...terms, dndUntil: new Date(until - week * WEEK_MS).toISOString() };
}
