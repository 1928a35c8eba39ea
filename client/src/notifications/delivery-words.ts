import type { DeliveriesQuery } from '../generated/graphql.ts';
import { momentWords } from '../ui/moment.ts';

export type Delivery = NonNullable<DeliveriesQuery['notification']>['deliveries'][number];

/** What is true of the notification at this moment: an e-mail that waits may have nothing to wait for any more. */
type Now = { isRead: boolean; isArchived: boolean; time: number };

/** What became of a notification on one channel, and why, in words for its reader. */
export function deliveryWords(delivery: Delivery, now: Now): string {
  return delivery.channel === 'IN_APP' ? ringWords(delivery, now) : emailWords(delivery, now);
}

function ringWords({ reason, at }: Delivery, { time }: Now): string {
  const came = at ? `it came to your inbox at ${momentWords(Date.parse(at), time)}` : 'it came to your inbox';
  // The server tells what holds now; whether a device rang then only that device knows.
  if (reason === 'PREFERENCE_OFF') return `${came}; ringing is switched off for this category`;
  if (reason === 'MUTED') return `${came}; nothing of this application rings, because you muted it`;
  return `${came}; this category rings, unless you do not want to be disturbed`;
}

function emailWords({ status, reason, detail, at, dueAt }: Delivery, now: Now): string {
  const moment = (of: string | null) => (of ? momentWords(Date.parse(of), now.time) : undefined);
  switch (status) {
    case 'SENT':
      return at ? `sent at ${moment(at)}` : 'sent';
    case 'SKIPPED':
      return `not sent, because ${skippedBecause(reason)}`;
    case 'FAILED': {
      const what =
        reason === 'REFUSED' ? 'the mail server refused it' : 'it could not be sent, also not later';
      return withDetail(what, detail);
    }
    case 'WAITING':
    case 'HELD':
    case 'DELIVERED':
      if (now.isArchived) return 'will not be sent, because you archived it';
      if (now.isRead) return 'will not be sent, because you have read it';
      return withDetail(waits(moment(dueAt), reason), detail);
  }
}

type Reason = NonNullable<Delivery['reason']>;

const WAITS_FOR: Partial<Record<Reason, string>> = {
  QUIET_HOURS: 'quiet hours',
  DO_NOT_DISTURB: 'do not disturb',
  CAP: 'many e-mails were sent to you already',
};

function waits(until: string | undefined, reason: Delivery['reason']): string {
  if (reason === 'RETRYING') {
    const again = until ? `will be tried again at ${until}` : 'will be tried again';
    return `${again}: the mail server could not take it`;
  }
  const waiting = until ? `waits until ${until}` : 'waits';
  const why = reason && WAITS_FOR[reason];
  return why ? `${waiting}: ${why}` : `${waiting}, and is sent if this is still unread then`;
}

const SKIPPED_BECAUSE: Partial<Record<Reason, string>> = {
  PREFERENCE_OFF: 'that is switched off for this category',
  MUTED: 'you muted its application',
  NO_ADDRESS: 'your account has no e-mail address',
  NOT_SET_UP: 'no mail server is set up here',
  READ: 'you had read it already',
  ARCHIVED: 'you had archived it already',
  UNSUBSCRIBED: 'you unsubscribed from such e-mails',
};

function skippedBecause(reason: Delivery['reason']): string {
  return (reason && SKIPPED_BECAUSE[reason]) ?? 'it was no longer needed';
}

function withDetail(words: string, detail: string | null): string {
  return detail ? `${words}: ${detail}` : words;
}

type Place = { hash: string; label: string };

const PLACES: Partial<Record<Reason, Place>> = {
  MUTED: { hash: 'muted', label: 'muted applications' },
  QUIET_HOURS: { hash: 'quiet-hours', label: 'quiet hours' },
  DO_NOT_DISTURB: { hash: 'do-not-disturb', label: 'do not disturb' },
};

/** Which preference would change it; the category's own if no other does. */
export function placeOf({ reason }: Pick<Delivery, 'reason'>, category: string): Place {
  const ofCategory = { hash: encodeURIComponent(category), label: 'its category' };
  return (reason && PLACES[reason]) ?? ofCategory;
}

/** Whether it will change by itself. */
export function isPending({ status }: Pick<Delivery, 'status'>): boolean {
  return status === 'WAITING' || status === 'HELD';
}
