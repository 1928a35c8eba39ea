import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { countsOf, dataOf, follow, markAllSeen, markRead, send, submit } from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten, newReader, untilEmail } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { correct, markedTo, retract, type Retracted } from '../../support/taking-back.ts';
import { candidate, instructor, mint, service } from '../../support/token.ts';
import { act, undo } from '../../support/triage.ts';

let smtp: SmtpStage;
let server: TestServer;
let things = 0;
const { createMany, create } = sendingTo(() => server);

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

const newThing = () => ({ type: 'course', id: `${++things}` });

async function retracted(name: object, token = service()): Promise<Retracted> {
  return (await dataOf(retract(server, name, token))).retractNotifications;
}

async function seeAll(token: string): Promise<void> {
  await dataOf(markAllSeen(server, token, (await countsOf(server, token)).seq));
}

test('what nobody has seen is gone from every inbox and device; what was seen or read stays, and says so', async () => {
  const subject = newThing();
  const [unseen, seen, read] = [await newReader(server), await newReader(server), await newReader(server)];
  const [, , readId] = [
    await send(server, unseen.id, { subject }),
    await send(server, seen.id, { subject }),
    await send(server, read.id, { subject }),
  ];
  await seeAll(seen.token);
  await dataOf(markRead(server, read.token, readId));
  const device = await follow(server, unseen.token);
  const before = await countsOf(server, unseen.token);

  expect(await retracted({ subject })).toEqual({
    retractedCount: 1,
    alreadyReadCount: 1,
    alreadySeenCount: 1,
  });

  expect(await markedTo(server, unseen.token)).toEqual([]);
  await device.reaches(2);
  expect(device.events[1]!.inboxChanges).toMatchObject({
    removedIds: [expect.any(String)],
    counts: { seq: before.seq + 1, unread: 0, unseen: 0 },
  });
  for (const { token } of [seen, read])
    expect(await markedTo(server, token)).toMatchObject([
      { retractedAt: expect.any(String), title: 'Graded' },
    ]);
  expect(await countsOf(server, seen.token)).toMatchObject({ unread: 1, unseen: 0 });
  const again = await retracted({ subject });
  expect(again).toEqual({ retractedCount: 0, alreadyReadCount: 1, alreadySeenCount: 1 });
});

test('what its reader has put away or kept was seen', async () => {
  const subject = newThing();
  const { id: name, token } = await newReader(server);
  const ids: string[] = [];
  for (let index = 0; index < 4; index++) ids.push(await send(server, name, { subject }));
  await act(server, token, 'ARCHIVE', [ids[0]!]);
  await act(server, token, 'SNOOZE', [ids[1]!]);
  await act(server, token, 'PIN', [ids[2]!]);
  const { undoId } = await act(server, token, 'DELETE', [ids[3]!]);
  expect(await retracted({ subject })).toEqual({
    retractedCount: 0,
    alreadyReadCount: 0,
    alreadySeenCount: 3,
  });
  await undo(server, token, undoId);
  const rows = await markedTo(server, token);
  expect(rows).toHaveLength(4);
  expect(rows.every(({ retractedAt }) => retractedAt !== null)).toBe(true);
});

test('no e-mail comes of it any more, and the why says so', async () => {
  const subject = newThing();
  const [unseen, seen] = [await newReader(server), await newReader(server)];
  const id = await send(server, seen.id, { subject });
  await send(server, unseen.id, { subject });
  await untilEmail(server, seen, id, { status: 'WAITING' });
  await seeAll(seen.token);
  await retracted({ subject });
  expect((await deliveriesOf(server, seen, id))['EMAIL']).toMatchObject({
    status: 'SKIPPED',
    reason: 'RETRACTED',
  });
  // What comes after it is mailed alone.
  for (const reader of [unseen, seen]) {
    const other = await send(server, reader.id, { title: 'Something else' });
    await bringForward(server, reader.id);
    await untilEmail(server, reader, other, { status: 'SENT' });
    const mails = smtp.to(reader.address);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).not.toContain('Graded');
  }
});

describe('by a key', () => {
  test('of one call, to however many; more of them than fit into one transaction', async () => {
    const recipientIds = Array.from({ length: 1_203 }, (_, index) => `many ${index}`);
    await dataOf(createMany({ recipientIds, idempotencyKey: 'call' }));
    await dataOf(createMany({ recipientIds: ['many 1'], idempotencyKey: 'other call' }));
    const [{ id } = { id: '' }] = await markedTo(server, candidate('many 7'));
    await dataOf(markRead(server, candidate('many 7'), id));
    expect(await retracted({ idempotencyKey: 'call' })).toEqual({
      retractedCount: 1_202,
      alreadyReadCount: 1,
      alreadySeenCount: 0,
    });
    expect(await markedTo(server, candidate('many 1'))).toHaveLength(1);
    expect(await markedTo(server, candidate('many 2'))).toEqual([]);
  }, 30_000);

  test('finds it also where the key is the recipient’s alone', async () => {
    await dataOf(create({ recipientId: 'ida', idempotencyKey: 'one' }));
    expect(await retracted({ idempotencyKey: 'one' })).toMatchObject({ retractedCount: 1 });
    expect(await markedTo(server, candidate('ida'))).toEqual([]);
  });

  test('leaves a row that stands for several events; by its subject all of it goes', async () => {
    const subject = newThing();
    const more = { recipientId: 'gus', subject, groupKey: 'comments' };
    await dataOf(create({ ...more, idempotencyKey: 'first' }));
    await dataOf(create({ ...more, idempotencyKey: 'second' }));
    for (const idempotencyKey of ['first', 'second'])
      expect(await retracted({ idempotencyKey })).toMatchObject({ retractedCount: 0 });
    expect(await retracted({ subject })).toMatchObject({ retractedCount: 1 });
  });
});

test('what comes after it begins anew, and does not join what was taken back', async () => {
  const subject = newThing();
  const { id: name, token } = await newReader(server);
  const more = { recipientId: name, subject, groupKey: 'comments' };
  await dataOf(create(more));
  await seeAll(token);
  await retracted({ subject });
  await dataOf(create({ ...more, title: 'New' }));
  expect(await markedTo(server, token)).toMatchObject([
    { title: 'New', retractedAt: null },
    { title: 'Graded', retractedAt: expect.any(String) },
  ]);
});

describe('only what is the service’s own', () => {
  test('about the same subject, or with the same key, of another service stays', async () => {
    const subject = newThing();
    const { id: name, token } = await newReader(server);
    const other = service('library');
    await dataOf(create({ recipientId: name, subject, idempotencyKey: 'shared' }, other));
    for (const named of [{ subject }, { idempotencyKey: 'shared' }])
      expect(await retracted(named)).toEqual({ retractedCount: 0, alreadyReadCount: 0, alreadySeenCount: 0 });
    expect(await markedTo(server, token)).toMatchObject([{ retractedAt: null }]);
  });

  test('and nothing that Carillon itself has told, nor by an admin of the same name', async () => {
    const id = await submit(server, 'asks', 'answers');
    const subject = { type: 'application', id };
    const admin = mint({ sub: 'grading', role: 'ADMIN' });
    for (const token of [service(), admin])
      expect(await retracted({ subject }, token)).toMatchObject({ retractedCount: 0, alreadySeenCount: 0 });
    expect(await markedTo(server, instructor('answers'))).toHaveLength(1);
  });

  test('is no right of readers', async () => {
    const refused = await retract(server, { subject: newThing() }, candidate('reader'));
    expect(refused.code).toBe('FORBIDDEN');
  });
});

test.each<[string, object]>([
  ['nothing', {}],
  ['both', { subject: { type: 't', id: '1' }, idempotencyKey: 'k' }],
  ['null', { subject: null, idempotencyKey: null }],
  ['an empty key', { idempotencyKey: '' }],
  ['a key that is too long', { idempotencyKey: 'k'.repeat(256) }],
  ['a key with a NUL', { idempotencyKey: 'a\0' }],
  ['a key with a lone surrogate', { idempotencyKey: '\ud800' }],
  ['a subject without a type', { subject: { type: '', id: '1' } }],
  ['a subject with an endless id', { subject: { type: 't', id: 'x'.repeat(256) } }],
])('%s is refused', async (_, name) => {
  expect((await retract(server, name)).code).toBe('BAD_USER_INPUT');
});

test('while its reader reads, marks and deletes, and others send: the counts are facts, and nothing unseen stays', async () => {
  const subject = newThing();
  const readers = await Promise.all(Array.from({ length: 6 }, () => newReader(server)));
  const ids = await Promise.all(
    readers.map(async ({ id }) => [await send(server, id, { subject }), await send(server, id, { subject })]),
  );
  const [answer] = await Promise.all([
    retracted({ subject }),
    ...readers.map(({ token }, index) =>
      index % 2 ? markRead(server, token, ids[index]![0]!) : act(server, token, 'DELETE', [ids[index]![0]!]),
    ),
    ...readers.map(({ id }) => send(server, id, { title: 'About something else' })),
    correct(server, { id: ids[0]![1], title: 'Corrected' }),
  ]);
  const rest = (await Promise.all(readers.map(({ token }) => markedTo(server, token)))).flat();
  const staying = rest.filter(({ title }) => title === 'Graded');
  expect(staying.every(({ isRead }) => isRead)).toBe(true);
  expect(answer.alreadyReadCount).toBe(staying.length);
}, 20_000);
