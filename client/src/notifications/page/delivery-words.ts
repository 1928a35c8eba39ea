import type { DeliveriesQuery, NotificationRowFragment } from '../../generated/graphql.ts';
import { momentWords } from '../../ui/words/moment.ts';
import { PLACES, preferencesPath } from '../../../../server/src/platform/text/places.ts';

export type Delivery = NonNullable<DeliveriesQuery['notification']>['deliveries'][number];

type Told = Pick<NotificationRowFragment, 'ring' | 'isRead' | 'archivedAt' | 'settledAt'>;

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
  const came = at ? `it came to your inbox at ${momentWords(Date.parse(at), now)}` : 'it came to your inbox';
  // Whether it rang is not known of what is older than that is kept.
  if (ring === null) return came;
  const because = reason && SILENT_BECAUSE[reason];
  return withChange(because ? `${came} without ringing, because ${because}` : `${came} and rang`, {
    reason,
    reasonNow,
    what: 'ringing',
  });
}

const SILENT_BECAUSE: Partial<Record<Reason, string>> = {
  PREFERENCE_OFF: 'ringing was switched off for its category',
  MUTED: 'you had muted what it is about',
  QUIET_HOURS: 'these were your quiet hours',
  DO_NOT_DISTURB: 'you did not want to be disturbed',
};

type Change = Pick<Delivery, 'reason' | 'reasonNow'> & { what: string };

/** The choice has changed since it decided. */
function withChange(words: string, { reason, reasonNow, what }: Change): string {
  const wasMuted = reason === 'MUTED';
  const wasOff = reason === 'PREFERENCE_OFF' || reason === 'UNSUBSCRIBED';
  if (reasonNow === 'MUTED') return wasMuted ? words : `${words}; you have since muted what it is about`;
  if (wasMuted) {
    const unmuted = `${words}; you have since unmuted it`;
    return reasonNow === null ? unmuted : `${unmuted}, and ${what} is switched off for its category`;
  }
  if (wasOff) return reasonNow === null ? `${words}; you have since switched it on` : words;
  return reasonNow === null ? words : `${words}; you have since switched ${what} off for its category`;
}

type Outgoing = Exclude<Delivery['channel'], 'IN_APP'>;

type ChannelWords = { what: string; several: string; by: string; nowhere: string; notSetUp: string };

const WORDS: Record<Outgoing, ChannelWords> = {
  EMAIL: {
    what: 'e-mail',
    several: 'e-mails',
    by: 'the mail server',
    nowhere: 'your account had no e-mail address',
    notSetUp: 'no mail server was set up here',
  },
  PUSH: {
    what: 'push',
    several: 'pushes',
    by: 'the push service',
    nowhere: 'you had turned push on in no browser',
    notSetUp: 'push was not set up here',
  },
  SMS: {
    what: 'SMS',
    several: 'text messages',
    by: 'the SMS provider',
    nowhere: 'no phone number of yours was confirmed',
    notSetUp: 'no SMS provider was set up here',
  },
};

function outgoingWords(delivery: Delivery, notification: Told, now: number): string {
  const { channel, status, reason, reasonNow, detail, at, dueAt } = delivery;
  const moment = (of: string | null) => (of ? momentWords(Date.parse(of), now) : undefined);
  const words = WORDS[channel as Outgoing];
  const change = { reason, reasonNow, what: words.what };
  switch (status) {
    case 'SENT':
      return withChange(at ? `sent at ${moment(at)}` : 'sent', change);
    case 'SKIPPED': {
      const said = `not sent, because ${skippedBecause(reason, words)}`;
      return reason && BY_CHOICE.has(reason) ? withChange(said, change) : said;
    }
    case 'FAILED': {
      const what = reason === 'REFUSED' ? `${words.by} refused it` : 'it could not be sent, also not later';
      return withDetail(what, detail);
    }
    case 'WAITING':
    case 'HELD':
    case 'DELIVERED': {
      const inVain = inVainBecause(delivery, notification);
      if (inVain) return `will not be sent, because ${inVain}`;
      return withDetail(waits(moment(dueAt), reason, words), detail);
    }
  }
}

/** Why an e-mail that waits has nothing to wait for any more, in the order in which the server asks. */
function inVainBecause({ reasonNow }: Delivery, { isRead, archivedAt, settledAt }: Told): string | undefined {
  if (settledAt) return 'it was decided, or you have opened what it is about';
  if (isRead) return 'you have read it';
  if (archivedAt) return 'you archived it';
  if (reasonNow === 'MUTED') return 'you have muted what it is about';
  return reasonNow === 'PREFERENCE_OFF' ? 'you have switched that off for its category' : undefined;
}

const WAITS_FOR: Partial<Record<Reason, string>> = {
  QUIET_HOURS: 'quiet hours',
  DO_NOT_DISTURB: 'do not disturb',
};

function waits(until: string | undefined, reason: Delivery['reason'], words: ChannelWords): string {
  if (reason === 'RETRYING') {
    const again = until ? `will be tried again at ${until}` : 'will be tried again';
    return `${again}: ${words.by} could not take it`;
  }
  const waiting = until ? `waits until ${until}` : 'waits';
  const why =
    reason === 'CAP' ? `many ${words.several} were sent to you already` : reason && WAITS_FOR[reason];
  return why ? `${waiting}: ${why}` : `${waiting}, and is sent if this is still unread then`;
}

const BY_CHOICE: ReadonlySet<Reason> = new Set(['PREFERENCE_OFF', 'MUTED', 'UNSUBSCRIBED']);

const SKIPPED_BECAUSE: Partial<Record<Reason, string>> = {
  MUTED: 'you had muted what it is about',
  READ: 'you had read it already',
  ARCHIVED: 'you had archived it already',
  SETTLED: 'it was decided, or you had opened what it is about',
  SHOWN: 'a page in view had shown it to you',
  EXPIRED: 'it had ceased to mean anything',
  UNSUBSCRIBED: 'you had unsubscribed from such e-mails',
};

function skippedBecause(reason: Delivery['reason'], words: ChannelWords): string {
  if (reason === 'PREFERENCE_OFF') return `${words.what} was switched off for its category`;
  if (reason === 'NO_ADDRESS') return words.nowhere;
  if (reason === 'NOT_SET_UP') return words.notSetUp;
  return (reason && SKIPPED_BECAUSE[reason]) ?? 'it was no longer needed';
}

function withDetail(words: string, detail: string | null): string {
  return detail ? `${words}: ${detail}` : words;
}

type Place = { path: string; label: string };

const PLACE_OF: Partial<Record<Reason, Place>> = {
  MUTED: { path: preferencesPath(PLACES.muted), label: 'what is muted' },
  QUIET_HOURS: { path: preferencesPath(PLACES.quietHours), label: 'quiet hours' },
  DO_NOT_DISTURB: { path: preferencesPath(PLACES.doNotDisturb), label: 'do not disturb' },
};

/** Which preference would change it; the category's own if no other does. */
export function placeOf(
  { reason, reasonNow }: Pick<Delivery, 'reason' | 'reasonNow'>,
  category: string,
): Place {
  const ofCategory = { path: preferencesPath(category), label: 'its category' };
  const decisive = reasonNow ?? reason;
  return (decisive && PLACE_OF[decisive]) ?? ofCategory;
}

/** Whether it will change by itself. */
export function isPending({ status }: Pick<Delivery, 'status'>): boolean {
  return status === 'WAITING' || status === 'HELD';
}
