import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { countsOf, dataOf, follow, listen, listOf, markAllSeen, markRead, send } from '../../support/acts.ts';
import { APPROVE, perform } from '../../support/actions.ts';
import { BILLING, declareCategory, declareType, host, PAID, PAID_DATA } from '../../support/declaring.ts';
import { bringForward, forgotten, newReader, untilEmail } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { correct, markedTo, retract } from '../../support/taking-back.ts';
import { candidate, mint, service } from '../../support/token.ts';
import { act, undo } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let smtp: SmtpStage;
let server: TestServer;
const { create, createMany } = sendingTo(() => server);

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterEach(async () => {
  expect(await miscounted(server)).toEqual([]);
  expect(await forgotten(server)).toEqual([]);
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const corrected = async (input: object, token = service()) =>
  (await dataOf(correct(server, input, token))).correctNotification.correctedCount;

test('is the same row with other words, marked as edited, on every device; it stays where it is and does not ring', async () => {
  const { id: name, token } = await newReader(server);
  const id = await send(server, name, { url: '/old' });
  await send(server, name, { title: 'Newer' });
  await dataOf(markRead(server, token, id));
  const device = await follow(server, token);
  const before = await countsOf(server, token);
  expect(await corrected({ id, title: 'Graded anew', message: 'It is a B.', url: '/new' })).toBe(1);
  const [newer, row] = await markedTo(server, token);
  expect(newer).toMatchObject({ title: 'Newer', editedAt: null });
  expect(row).toMatchObject({
    ...{ id, title: 'Graded anew', message: 'It is a B.', url: '/new', isRead: true },
    ...{ seq: 1, changeSeq: before.seq + 1, editedAt: expect.any(String) },
  });
  await device.reaches(2);
  expect(device.events[1]!.inboxChanges).toMatchObject({
    upserted: [{ id, title: 'Graded anew' }],
    counts: { ...before, seq: before.seq + 1 },
  });
});

test('leaves what is not said as it is, and what says just that alone', async () => {
  const { id: name, token } = await newReader(server);
  const id = await send(server, name, { url: '/where', data: { a: 1 } });
  expect(await corrected({ id, title: 'Graded' })).toBe(0);
  expect(await corrected({ id, data: { a: 2 }, title: null })).toBe(1);
  const [row] = await markedTo(server, token);
  expect(row).toMatchObject({ title: 'Graded', message: 'See the mark.', url: '/where', data: { a: 2 } });
  const seq = row!.changeSeq;
  expect(await corrected({ id, data: { a: 2 }, ringsAgain: true })).toBe(0);
  expect((await markedTo(server, token))[0]!.changeSeq).toBe(seq);
});

test('rings again only if asked: at the top, unread, wherever its reader had put it', async () => {
  const { id: name, token } = await newReader(server);
  const heard = await listen(server, name);
  const ids = [
    await send(server, name, { title: 'Unread' }),
    await send(server, name, { title: 'Seen' }),
    await send(server, name, { title: 'Read' }),
    await send(server, name, { title: 'Archived' }),
    await send(server, name, { title: 'Snoozed' }),
  ];
  const [unread, , read, archived, snoozed] = ids;
  await dataOf(markRead(server, token, read!));
  await act(server, token, 'ARCHIVE', [archived!]);
  await act(server, token, 'SNOOZE', [snoozed!]);
  await dataOf(markAllSeen(server, token, (await countsOf(server, token)).seq));
  await send(server, name, { title: 'Newest' });
  await until(() => heard.events.at(-1)?.notificationAdded.title === 'Newest');
  const was = await countsOf(server, token);
  for (const id of ids) expect(await corrected({ id, message: 'Corrected', ringsAgain: true })).toBe(1);
  await until(() =>
    heard.events.slice(-5).every(({ notificationAdded }) => notificationAdded.message === 'Corrected'),
  );
  expect((await listOf(server, token)).slice(0, 6).map(({ id }) => id)).toEqual([
    ...ids.toReversed(),
    expect.any(String),
  ]);
  // Two counted already, one of them as seen.
  expect(await countsOf(server, token)).toMatchObject({ unread: was.unread + 3, unseen: 6 });
  expect((await markedTo(server, token)).find(({ id }) => id === unread)).toMatchObject({ ring: 'RANG' });
});

test('an e-mail that was not sent yet says it anew; one that was is followed by another only if it rings again', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  await corrected({ id, title: 'Graded at last' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  const subjects = () => smtp.to(reader.address).map(({ subject }) => subject);
  expect(subjects()).toEqual([expect.stringContaining('Graded at last')]);
  await corrected({ id, title: 'Graded for good' });
  await corrected({ id, title: 'Graded once more', ringsAgain: true });
  await untilEmail(server, reader, id, { status: 'WAITING' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(subjects()).toEqual([expect.anything(), expect.stringContaining('Graded once more')]);
});

test('is found by its new words, and not by its old ones', async () => {
  const { id: name, token } = await newReader(server);
  const id = await send(server, name, { title: 'Zanzibar' });
  const find = async (search: string) => (await listOf(server, token, { search })).map((row) => row.id);
  await until(async () => (await find('zanzibar')).length === 1);
  await corrected({ id, title: 'Timbuktu' });
  await until(async () => (await find('timbuktu')).length === 1);
  expect(await find('zanzibar')).toEqual([]);
});

test('by the key of a call: all of them, more than fit into one transaction', async () => {
  const recipientIds = Array.from({ length: 1_102 }, (_, index) => `all ${index}`);
  await dataOf(createMany({ recipientIds, idempotencyKey: 'call' }));
  expect(await corrected({ idempotencyKey: 'call', title: 'To all', ringsAgain: true })).toBe(1_102);
  expect(await corrected({ idempotencyKey: 'call', title: 'To all', ringsAgain: true })).toBe(0);
  expect(await markedTo(server, candidate('all 1101'))).toMatchObject([{ title: 'To all', seq: 3 }]);
}, 30_000);

test('reaches what is deleted, for whoever brings it back', async () => {
  const { id: name, token } = await newReader(server);
  await dataOf(create({ recipientId: name, idempotencyKey: 'deleted' }));
  await dataOf(create({ recipientId: 'another', idempotencyKey: 'deleted' }));
  const [{ id } = { id: '' }] = await markedTo(server, token);
  const { undoId } = await act(server, token, 'DELETE', [id]);
  await corrected({ idempotencyKey: 'deleted', title: 'Corrected', ringsAgain: true });
  expect(await markedTo(server, token)).toEqual([]);
  await undo(server, token, undoId);
  expect(await markedTo(server, token)).toMatchObject([{ id, title: 'Corrected' }]);
});

describe('what a declared type words', () => {
  test('says it anew by other data, with all that its words need; or as a whole in words of its own', async () => {
    await dataOf(declareCategory(server, BILLING));
    await dataOf(declareType(server, PAID));
    const { id: name, token } = await newReader(server);
    const words = { type: PAID.name, title: null, message: null, data: PAID_DATA };
    const { createNotification } = await dataOf(create({ recipientId: name, ...words }, host()));
    const { id } = createNotification.notification;
    for (const [input, field] of [
      [{ data: { ...PAID_DATA, n: 'two' } }, 'n'],
      [{ data: { n: 3 } }, 'at'],
      [{ title: 'Paid' }, 'message'],
      [{ message: 'Paid' }, 'title'],
    ] as const) {
      const refused = await correct(server, { id, ...input }, host());
      expect(refused.code).toBe('BAD_USER_INPUT');
      expect(refused.errors![0]!.extensions['field']).toBe(field);
    }
    expect(await corrected({ id, data: { ...PAID_DATA, n: 1 } }, host())).toBe(1);
    expect((await markedTo(server, token)).map(({ title }) => title)).toEqual(['One invoice paid']);
    expect(await corrected({ id, title: 'Not paid', message: 'At all' }, host())).toBe(1);
    expect(await markedTo(server, token)).toMatchObject([{ title: 'Not paid', message: 'At all' }]);
  });
});

describe('nobody is asked or told again', () => {
  test('of what was answered: it says it anew, and stays read', async () => {
    const { id: name, token } = await newReader(server);
    const id = await send(server, name, { actions: [APPROVE] });
    await dataOf(perform(server, token, id, 'approve'));
    await corrected({ id, title: 'Corrected', ringsAgain: true });
    expect(await markedTo(server, token)).toMatchObject([{ title: 'Corrected', isRead: true, seq: 1 }]);
  });

  test('of what was taken back', async () => {
    const { id: name, token } = await newReader(server);
    const subject = { type: 'exam', id: name };
    const id = await send(server, name, { subject });
    await dataOf(markAllSeen(server, token, 1));
    await dataOf(retract(server, { subject }));
    await corrected({ id, title: 'Corrected', ringsAgain: true });
    expect(await markedTo(server, token)).toMatchObject([{ title: 'Corrected', seq: 1 }]);
  });
});

describe('only what is the service’s own', () => {
  test('and to others it is not there', async () => {
    const { id: name, token } = await newReader(server);
    const id = await send(server, name);
    const strangers = [service('library'), mint({ sub: 'grading', role: 'ADMIN' })];
    for (const stranger of strangers)
      expect((await correct(server, { id, title: 'Mine' }, stranger)).code).toBe('NOT_FOUND');
    for (const none of [randomUUID(), 'no id', '', 'x'.repeat(9_999)])
      expect((await correct(server, { id: none, title: 'Mine' })).code).toBe('NOT_FOUND');
    expect((await correct(server, { idempotencyKey: 'never used', title: 'Mine' })).code).toBe('NOT_FOUND');
    expect((await correct(server, { id, title: 'Mine' }, token)).code).toBe('FORBIDDEN');
    expect(await markedTo(server, token)).toMatchObject([{ title: 'Graded', editedAt: null }]);
  });
});

test.each<[string, object]>([
  ['nothing new', {}],
  ['only that it rings', { ringsAgain: true }],
  ['a blank title', { title: ' \u00ad' }],
  ['a title that is too long', { title: 'x'.repeat(201) }],
  ['a message with a lone surrogate', { message: '\ud800' }],
  ['a message with a NUL', { message: 'a\0b' }],
  ['an unsafe url', { url: 'javascript:alert(1)' }],
  ['a url of another scheme', { url: '//evil.example' }],
  ['too much data', { data: { x: 'x'.repeat(9_000) } }],
  ['data with a NUL', { data: { x: '\0' } }],
])('%s is refused', async (_, input) => {
  const id = await send(server, 'strict');
  expect((await correct(server, { id, ...input })).code).toBe('BAD_USER_INPUT');
});

test('a name in no way, or in two, is refused', async () => {
  const id = await send(server, 'strict');
  for (const name of [{}, { id, idempotencyKey: 'k' }, { id: null, idempotencyKey: '' }])
    expect((await correct(server, { ...name, title: 'Other' })).code).toBe('BAD_USER_INPUT');
});
