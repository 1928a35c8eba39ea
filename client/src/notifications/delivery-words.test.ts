import { describe, expect, it } from '@jest/globals';
import { deliveryWords, placeOf, type Delivery } from './delivery-words.ts';

const clock = (hours: number, minutes: number) => new Date(2026, 5, 15, hours, minutes).toISOString();
const now = { isRead: false, isArchived: false, time: new Date(2026, 5, 15, 14, 30).getTime() };
const delivery = (more: Partial<Delivery>): Delivery => ({
  channel: 'EMAIL',
  status: 'WAITING',
  reason: null,
  detail: null,
  at: null,
  dueAt: null,
  ...more,
});

describe('what became of an e-mail', () => {
  it.each<[Partial<Delivery>, string]>([
    [{ status: 'SENT', at: clock(14, 3) }, 'sent at 14:03'],
    [{ dueAt: clock(14, 40) }, 'waits until 14:40, and is sent if this is still unread then'],
    [
      { status: 'HELD', reason: 'QUIET_HOURS', dueAt: clock(31, 0) },
      'waits until 07:00 tomorrow: quiet hours',
    ],
    [{ status: 'HELD', reason: 'DO_NOT_DISTURB', dueAt: clock(15, 0) }, 'waits until 15:00: do not disturb'],
    [
      { status: 'HELD', reason: 'CAP', dueAt: clock(15, 0) },
      'waits until 15:00: many e-mails were sent to you already',
    ],
    [
      { reason: 'RETRYING', dueAt: clock(15, 0), detail: '451 try later' },
      'will be tried again at 15:00: the mail server could not take it: 451 try later',
    ],
    [
      { status: 'SKIPPED', reason: 'PREFERENCE_OFF' },
      'not sent, because that is switched off for this category',
    ],
    [{ status: 'SKIPPED', reason: 'MUTED' }, 'not sent, because you muted its application'],
    [{ status: 'SKIPPED', reason: 'NO_ADDRESS' }, 'not sent, because your account has no e-mail address'],
    [{ status: 'SKIPPED', reason: 'NOT_SET_UP' }, 'not sent, because no mail server is set up here'],
    [{ status: 'SKIPPED', reason: 'READ' }, 'not sent, because you had read it already'],
    [{ status: 'SKIPPED', reason: 'ARCHIVED' }, 'not sent, because you had archived it already'],
    [{ status: 'SKIPPED', reason: 'UNSUBSCRIBED' }, 'not sent, because you unsubscribed from such e-mails'],
    [{ status: 'SKIPPED' }, 'not sent, because it was no longer needed'],
    [
      { status: 'FAILED', reason: 'REFUSED', detail: '550 no such user' },
      'the mail server refused it: 550 no such user',
    ],
    [{ status: 'FAILED', reason: 'GAVE_UP' }, 'it could not be sent, also not later'],
  ])('%j is said so', (of, words) => {
    expect(deliveryWords(delivery(of), now)).toBe(words);
  });

  it('has nothing to wait for once the notification was read or archived', () => {
    const waiting = delivery({ dueAt: clock(14, 40) });
    expect(deliveryWords(waiting, { ...now, isRead: true })).toBe(
      'will not be sent, because you have read it',
    );
    expect(deliveryWords(waiting, { ...now, isArchived: true })).toBe(
      'will not be sent, because you archived it',
    );
    expect(deliveryWords(delivery({ status: 'SENT', at: clock(14, 3) }), { ...now, isRead: true })).toBe(
      'sent at 14:03',
    );
  });
});

describe('what became of the bell', () => {
  it.each<[Delivery['reason'], string]>([
    [null, 'it came to your inbox at 14:03; this category rings, unless you do not want to be disturbed'],
    ['PREFERENCE_OFF', 'it came to your inbox at 14:03; ringing is switched off for this category'],
    ['MUTED', 'it came to your inbox at 14:03; nothing of this application rings, because you muted it'],
  ])('%s is said so', (reason, words) => {
    const rang = delivery({ channel: 'IN_APP', status: 'DELIVERED', at: clock(14, 3), reason });
    expect(deliveryWords(rang, now)).toBe(words);
  });
});

describe('the preference that would change it', () => {
  it.each<[Delivery['reason'], string]>([
    [null, 'two%20words'],
    ['PREFERENCE_OFF', 'two%20words'],
    ['MUTED', 'muted'],
    ['QUIET_HOURS', 'quiet-hours'],
    ['DO_NOT_DISTURB', 'do-not-disturb'],
  ])('for %s it is #%s', (reason, hash) => {
    expect(placeOf({ reason }, 'two words').hash).toBe(hash);
  });
});
