import type { DeliveriesQuery, NotificationRowFragment } from '../../generated/graphql.ts';
import { atMoment, momentWords } from '../../ui/words/moment.ts';
import { type PlainKey, say } from '../../words/words.ts';
import { PLACES, preferencesPath } from '../../../../server/src/platform/text/places.ts';

export type Delivery = NonNullable<DeliveriesQuery['notification']>['deliveries'][number];

type Told = Pick<NotificationRowFragment, 'ring' | 'isRead' | 'archivedAt' | 'settledAt' | 'retractedAt'>;

/**
 * What became of a notification on one channel, and why, in words for its reader: as it was decided then. What they
 * have chosen since is told as that, and decides only about what still waits.
 */
export function deliveryWords(delivery: Delivery, notification: Told, now: number): string {
  return delivery.channel === 'IN_APP'
    ? ringWords(delivery, notification, now)
    : outgoingWords(delivery, notification, now);
}

type Reason = NonNullable<Delivery['reason']>;

function ringWords({ reason, reasonNow, at }: Delivery, { ring }: Told, now: number): string {
  const came = at ? say('why.cameAt', { at: atMoment(Date.parse(at), now) }) : say('why.came');
  // Whether it rang is not known of what is older than that is kept.
  if (ring === null) return came;
  const because = reason && SILENT_BECAUSE[reason];
  const words = because
    ? say('why.cameSilently', { came, because: say(because) })
    : say('why.rang', { came });
  return withChange(words, { reason, reasonNow, what: say('why.ringing') });
}

const SILENT_BECAUSE: Partial<Record<Reason, PlainKey>> = {
  PREFERENCE_OFF: 'why.ringingWasOff',
  MUTED: 'why.wasMuted',
  QUIET_HOURS: 'why.wereQuietHours',
  DO_NOT_DISTURB: 'why.wasUndisturbed',
};

type Change = Pick<Delivery, 'reason' | 'reasonNow'> & { what: string };

/** The choice has changed since it decided. */
function withChange(words: string, { reason, reasonNow, what }: Change): string {
  const wasMuted = reason === 'MUTED';
  const wasOff = reason === 'PREFERENCE_OFF' || reason === 'UNSUBSCRIBED';
  if (reasonNow === 'MUTED') return wasMuted ? words : say('why.sinceMuted', { words });
  if (wasMuted)
    return reasonNow === null
      ? say('why.sinceUnmuted', { words })
      : say('why.sinceUnmutedButOff', { words, what });
  if (wasOff) return reasonNow === null ? say('why.sinceOn', { words }) : words;
  return reasonNow === null ? words : say('why.sinceOff', { words, what });
}

type Outgoing = Exclude<Delivery['channel'], 'IN_APP'>;

type ChannelWords = Readonly<Record<'what' | 'many' | 'by' | 'nowhere' | 'notSetUp', PlainKey>>;

const WORDS: Record<Outgoing, ChannelWords> = {
  EMAIL: {
    what: 'why.email',
    many: 'why.manyEmails',
    by: 'why.mailServer',
    nowhere: 'why.noAddress',
    notSetUp: 'why.noMailServer',
  },
  PUSH: {
    what: 'why.push',
    many: 'why.manyPushes',
    by: 'why.pushService',
    nowhere: 'why.noBrowser',
    notSetUp: 'why.noPush',
  },
  SMS: {
    what: 'why.sms',
    many: 'why.manySms',
    by: 'why.smsProvider',
    nowhere: 'why.noNumber',
    notSetUp: 'why.noSmsProvider',
  },
};

function outgoingWords(delivery: Delivery, notification: Told, now: number): string {
  const { channel, status, reason, reasonNow, detail, at } = delivery;
  const words = WORDS[channel as Outgoing];
  const change = { reason, reasonNow, what: say(words.what) };
  switch (status) {
    case 'SENT':
      return withChange(
        at ? say('why.sentAt', { at: atMoment(Date.parse(at), now) }) : say('why.sent'),
        change,
      );
    case 'SKIPPED': {
      const said = say('why.notSent', { because: skippedBecause(reason, words) });
      return reason && BY_CHOICE.has(reason) ? withChange(said, change) : said;
    }
    case 'FAILED':
      return withDetail(
        reason === 'REFUSED' ? say('why.refused', { by: say(words.by) }) : say('why.gaveUp'),
        detail,
      );
    case 'WAITING':
    case 'HELD':
    case 'DELIVERED': {
      const inVain = inVainBecause(delivery, notification);
      if (inVain) return say('why.willNotBeSent', { because: say(inVain) });
      return withDetail(waits(delivery, words, now), detail);
    }
  }
}

/** Why an e-mail that waits has nothing to wait for any more, in the order in which the server asks. */
function inVainBecause(
  { reasonNow }: Delivery,
  { isRead, archivedAt, settledAt, retractedAt }: Told,
): PlainKey | undefined {
  if (retractedAt) return 'why.retracted';
  if (settledAt) return 'why.decidedOrOpened';
  if (isRead) return 'why.youRead';
  if (archivedAt) return 'why.youArchived';
  if (reasonNow === 'MUTED') return 'why.youMuted';
  return reasonNow === 'PREFERENCE_OFF' ? 'why.youSwitchedOff' : undefined;
}

const WAITS_FOR: Partial<Record<Reason, PlainKey>> = {
  QUIET_HOURS: 'why.quietHours',
  DO_NOT_DISTURB: 'why.doNotDisturb',
};

function waits({ reason, dueAt }: Delivery, words: ChannelWords, now: number): string {
  const due = dueAt === null ? undefined : Date.parse(dueAt);
  if (reason === 'RETRYING') {
    const by = say(words.by);
    return due === undefined ? say('why.again', { by }) : say('why.againAt', { at: atMoment(due, now), by });
  }
  const waiting =
    due === undefined ? say('why.waits') : say('why.waitsUntil', { moment: momentWords(due, now) });
  const why = reason === 'CAP' ? words.many : reason && WAITS_FOR[reason];
  return why
    ? say('why.waitsFor', { waits: waiting, why: say(why) })
    : say('why.sentIfUnread', { waits: waiting });
}

const BY_CHOICE: ReadonlySet<Reason> = new Set(['PREFERENCE_OFF', 'MUTED', 'UNSUBSCRIBED']);

const SKIPPED_BECAUSE: Partial<Record<Reason, PlainKey>> = {
  MUTED: 'why.wasMuted',
  READ: 'why.hadRead',
  ARCHIVED: 'why.hadArchived',
  SETTLED: 'why.hadDecidedOrOpened',
  SHOWN: 'why.wasShown',
  EXPIRED: 'why.hadExpired',
  RETRACTED: 'why.hadBeenRetracted',
  UNSUBSCRIBED: 'why.hadUnsubscribed',
};

function skippedBecause(reason: Delivery['reason'], words: ChannelWords): string {
  if (reason === 'PREFERENCE_OFF') return say('why.wasOff', { what: say(words.what) });
  if (reason === 'NO_ADDRESS') return say(words.nowhere);
  if (reason === 'NOT_SET_UP') return say(words.notSetUp);
  return say((reason && SKIPPED_BECAUSE[reason]) ?? 'why.notNeeded');
}

function withDetail(words: string, detail: string | null): string {
  return detail ? say('why.detail', { words, detail }) : words;
}

type Place = { path: string; name: PlainKey };

const PLACE_OF: Partial<Record<Reason, Place>> = {
  MUTED: { path: preferencesPath(PLACES.muted), name: 'why.whatIsMuted' },
  QUIET_HOURS: { path: preferencesPath(PLACES.quietHours), name: 'why.quietHours' },
  DO_NOT_DISTURB: { path: preferencesPath(PLACES.doNotDisturb), name: 'why.doNotDisturb' },
};

/** Which preference would change it; the category's own if no other does. */
export function placeOf(
  { reason, reasonNow }: Pick<Delivery, 'reason' | 'reasonNow'>,
  category: string,
): Place {
  const ofCategory: Place = { path: preferencesPath(category), name: 'why.itsCategory' };
  const decisive = reasonNow ?? reason;
  return (decisive && PLACE_OF[decisive]) ?? ofCategory;
}

/** Whether it will change by itself. */
export function isPending({ status }: Pick<Delivery, 'status'>): boolean {
  return status === 'WAITING' || status === 'HELD';
}
