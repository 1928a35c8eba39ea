import { describe, expect, it } from '@jest/globals';
import { deliveryWords, placeOf, type Delivery } from './delivery-words.ts';

const clock = (hours: number, minutes: number) => new Date(2026, 5, 15, hours, minutes).toISOString();
const now = new Date(2026, 5, 15, 14, 30).getTime();
const unread = { ring: 'RANG', isRead: false, archivedAt: null, settledAt: null, retractedAt: null } as const;
const delivery = (more: Partial<Delivery>): Delivery => ({
  channel: 'EMAIL',
  status: 'WAITING',
  reason: null,
  reasonNow: null,
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
      { status: 'SKIPPED', reason: 'PREFERENCE_OFF', reasonNow: 'PREFERENCE_OFF' },
      'not sent, because e-mail was switched off for its category',
    ],
    [
      { status: 'SKIPPED', reason: 'MUTED', reasonNow: 'MUTED' },
      'not sent, because you had muted what it is about',
    ],
    [{ status: 'SKIPPED', reason: 'NO_ADDRESS' }, 'not sent, because your account had no e-mail address'],
    [{ status: 'SKIPPED', reason: 'NOT_SET_UP' }, 'not sent, because no mail server was set up here'],
    [{ status: 'SKIPPED', reason: 'READ' }, 'not sent, because you had read it already'],
    [{ status: 'SKIPPED', reason: 'ARCHIVED' }, 'not sent, because you had archived it already'],
    [
      { status: 'SKIPPED', reason: 'SETTLED' },
      'not sent, because it was decided, or you had opened what it is about',
    ],
    [{ status: 'SKIPPED', reason: 'EXPIRED' }, 'not sent, because it had ceased to mean anything'],
    [{ status: 'SKIPPED', reason: 'RETRACTED' }, 'not sent, because its sender had taken it back'],
    [
      { status: 'SKIPPED', reason: 'UNSUBSCRIBED', reasonNow: 'PREFERENCE_OFF' },
      'not sent, because you had unsubscribed from such e-mails',
    ],
    [{ status: 'SKIPPED' }, 'not sent, because it was no longer needed'],
    [
      { status: 'FAILED', reason: 'REFUSED', detail: '550 no such user' },
      'the mail server refused it: 550 no such user',
    ],
    [{ status: 'FAILED', reason: 'GAVE_UP' }, 'it could not be sent, also not later'],
  ])('%j is said so', (of, words) => {
    expect(deliveryWords(delivery(of), unread, now)).toBe(words);
  });

  it.each<[Partial<Delivery>, Partial<typeof unread | Read>, string]>([
    [{}, { isRead: true }, 'will not be sent, because you have read it'],
    [{}, { archivedAt: clock(14, 10) }, 'will not be sent, because you archived it'],
    [
      {},
      { isRead: true, settledAt: clock(14, 10) },
      'will not be sent, because it was decided, or you have opened what it is about',
    ],
    [{}, { retractedAt: clock(14, 10) }, 'will not be sent, because its sender has taken it back'],
    [{ reasonNow: 'MUTED' }, {}, 'will not be sent, because you have muted what it is about'],
    [
      { status: 'HELD', reason: 'QUIET_HOURS', reasonNow: 'PREFERENCE_OFF' },
      {},
      'will not be sent, because you have switched that off for its category',
    ],
    [{ status: 'SENT', at: clock(14, 3) }, { isRead: true }, 'sent at 14:03'],
  ])('%j of %j is told as what it comes to now', (of, is, words) => {
    expect(deliveryWords(delivery({ dueAt: clock(14, 40), ...of }), { ...unread, ...is }, now)).toBe(words);
  });
});

type Read = { isRead: boolean; archivedAt: string; settledAt: string; retractedAt: string };

describe('what became of the bell', () => {
  const CAME = 'it came to your inbox at 14:03';
  const rang = (more: Partial<Delivery>) =>
    delivery({ channel: 'IN_APP', status: 'DELIVERED', at: clock(14, 3), ...more });

  it.each<[Delivery['reason'], string]>([
    [null, `${CAME} and rang`],
    ['PREFERENCE_OFF', `${CAME} without ringing, because ringing was switched off for its category`],
    ['MUTED', `${CAME} without ringing, because you had muted what it is about`],
    ['QUIET_HOURS', `${CAME} without ringing, because these were your quiet hours`],
    ['DO_NOT_DISTURB', `${CAME} without ringing, because you did not want to be disturbed`],
  ])('%s is said so', (reason, words) => {
    const reasonNow = reason === 'PREFERENCE_OFF' || reason === 'MUTED' ? reason : null;
    expect(deliveryWords(rang({ reason, reasonNow }), unread, now)).toBe(words);
  });

  it('is not known of what is older than that is kept, whatever is chosen now', () => {
    for (const reasonNow of [null, 'PREFERENCE_OFF', 'MUTED'] as const)
      expect(deliveryWords(rang({ reasonNow }), { ...unread, ring: null }, now)).toBe(CAME);
  });
});

describe('what was chosen since is told as that', () => {
  it.each<[Delivery['reason'], Delivery['reasonNow'], string]>([
    [null, 'PREFERENCE_OFF', 'you have since switched ringing off for its category'],
    [null, 'MUTED', 'you have since muted what it is about'],
    ['QUIET_HOURS', 'MUTED', 'you have since muted what it is about'],
    ['PREFERENCE_OFF', null, 'you have since switched it on'],
    ['PREFERENCE_OFF', 'MUTED', 'you have since muted what it is about'],
    ['MUTED', null, 'you have since unmuted it'],
    ['MUTED', 'PREFERENCE_OFF', 'you have since unmuted it, and ringing is switched off for its category'],
  ])('of a ring: %s, then %s', (reason, reasonNow, words) => {
    const of = delivery({ channel: 'IN_APP', status: 'DELIVERED', reason, reasonNow });
    expect(deliveryWords(of, unread, now)).toMatch(new RegExp(`; ${words}$`));
  });

  it.each<[Partial<Delivery>, string]>([
    [{ status: 'SENT', reasonNow: 'PREFERENCE_OFF' }, 'you have since switched e-mail off for its category'],
    [{ status: 'SKIPPED', reason: 'PREFERENCE_OFF' }, 'you have since switched it on'],
    [{ status: 'SKIPPED', reason: 'UNSUBSCRIBED' }, 'you have since switched it on'],
    [{ status: 'SKIPPED', reason: 'MUTED' }, 'you have since unmuted it'],
  ])('of an e-mail: %j', (of, words) => {
    expect(deliveryWords(delivery(of), unread, now)).toMatch(new RegExp(`; ${words}$`));
  });

  it('says nothing where no choice had a part in it', () => {
    const read = delivery({ status: 'SKIPPED', reason: 'READ', reasonNow: 'PREFERENCE_OFF' });
    expect(deliveryWords(read, unread, now)).toBe('not sent, because you had read it already');
  });
});

describe('the preference that would change it', () => {
  it.each<[Delivery['reason'], string]>([
    [null, 'two%20words'],
    ['PREFERENCE_OFF', 'two%20words'],
    ['MUTED', 'muted'],
    ['QUIET_HOURS', 'quiet-hours'],
    ['DO_NOT_DISTURB', 'do-not-disturb'],
  ])('for %s it is #%s', (reason, place) => {
    expect(placeOf({ reason, reasonNow: null }, 'two words').path).toBe(`/preferences#${place}`);
  });

  it('is the one that is against it now, if one is', () => {
    expect(placeOf({ reason: 'PREFERENCE_OFF', reasonNow: 'MUTED' }, 'usual').path).toBe(
      '/preferences#muted',
    );
    expect(placeOf({ reason: 'MUTED', reasonNow: 'PREFERENCE_OFF' }, 'usual').path).toBe(
      '/preferences#usual',
    );
  });
});
