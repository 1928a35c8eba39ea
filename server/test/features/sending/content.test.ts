import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { aboutOf } from '../../support/about.ts';
import { submit } from '../../support/acts.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;
const { create, createMany, traces } = sendingTo(() => server);

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const nested = (levels: number): object => (levels === 1 ? {} : { in: nested(levels - 1) });
const ofBytes = (bytes: number) => ({ note: 'x'.repeat(bytes - JSON.stringify({ note: '' }).length) });
const SUBJECT = { type: 'invoice', id: '7' };
const ACTOR = { name: 'Iris' };

describe('is refused, and leaves nothing behind, with', () => {
  test.each<[field: string, what: string, input: object]>([
    ['data', 'over 8 kB', { data: ofBytes(8_193) }],
    ['data', 'over 8 kB in other letters', { data: { note: 'é'.repeat(4_096) } }],
    ['data', '17 levels', { data: nested(17) }],
    ['data', '17 levels of lists', { data: { in: JSON.parse('['.repeat(16) + ']'.repeat(16)) as unknown } }],
    ['data', 'a NUL', { data: { note: 'a\0b' } }],
    ['data', 'a NUL in a key', { data: { in: { 'a\0b': 1 } } }],
    ['data', 'a lone surrogate', { data: { in: ['\ud83c'] } }],
    ['data', 'a lone surrogate in a key', { data: { '\udf08': 1 } }],
    ['data', 'a NUL behind a backslash', { data: { note: '\\\0' } }],
    ['subject.type', 'a blank type', { subject: { ...SUBJECT, type: ' ' } }],
    ['subject.type', 'a long type', { subject: { ...SUBJECT, type: 'x'.repeat(101) } }],
    ['subject.id', 'a blank id', { subject: { ...SUBJECT, id: '' } }],
    ['subject.id', 'a long id', { subject: { ...SUBJECT, id: 'x'.repeat(256) } }],
    ['subject.id', 'a control character', { subject: { ...SUBJECT, id: 'a\nb' } }],
    ['subject.label', 'a blank label', { subject: { ...SUBJECT, label: '​' } }],
    ['subject.label', 'a long label', { subject: { ...SUBJECT, label: '🌈'.repeat(201) } }],
    ['subject.label', 'a lone surrogate', { subject: { ...SUBJECT, label: '\ud800' } }],
    ['subject.url', 'a script', { subject: { ...SUBJECT, url: 'javascript:alert(1)' } }],
    ['subject.url', 'another’s site', { subject: { ...SUBJECT, url: '//evil.example' } }],
    ['actor.id', 'a long id', { actor: { ...ACTOR, id: 'x'.repeat(256) } }],
    ['actor.name', 'a blank name', { actor: { name: ' ' } }],
    ['actor.name', 'a long name', { actor: { name: 'x'.repeat(201) } }],
    ['actor.imageUrl', 'a picture by http', { actor: { ...ACTOR, imageUrl: 'http://example.com/a.png' } }],
    ['imageUrl', 'a picture by http', { imageUrl: 'http://example.com/a.png' }],
    ['imageUrl', 'a picture of this site', { imageUrl: '/a.png' }],
    ['imageUrl', 'a picture in its address', { imageUrl: 'data:image/png;base64,AAAA' }],
    ['imageUrl', 'a script', { imageUrl: 'javascript:alert(1)' }],
    ['imageUrl', 'a long address', { imageUrl: `https://example.com/${'x'.repeat(2_000)}` }],
    ['expiresAt', 'a moment that is past', { expiresAt: '2026-01-01T00:00:00Z' }],
    ['expiresAt', 'one that is far away', { expiresAt: '2126-01-01T00:00:00Z' }],
    ['applicationId', 'two subjects', { subject: SUBJECT, applicationId: randomUUID() }],
    ['applicationId', 'an application that cannot be', { subject: { type: 'application', id: '7' } }],
    ['applicationId', 'one that is not there', { subject: { type: 'application', id: randomUUID() } }],
  ])('%s: %s', async (field, _what, input) => {
    const before = await traces();
    const answers = [
      await create({ recipientId: 'refused', ...input }),
      await create({ recipientId: 'refused', idempotencyKey: 'k', ...input }),
      await createMany({ recipientIds: ['refused'], ...input }),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field } }] });
    expect(await traces()).toEqual(before);
  });

  test.each([
    ['data', [[]]],
    ['data', 'text'],
    ['data', 7],
    ['severity', 'CRITICAL'],
    ['subject', { type: 'invoice' }],
    ['actor', { id: 'iris' }],
  ])('%s: what the schema does not know', async (field, value) => {
    const answer = await create({ recipientId: 'refused', [field]: value });
    expect(answer.code).toMatch(/BAD_USER_INPUT|BAD_REQUEST/);
  });
});

test('may be as long as it can be', async () => {
  const input = {
    subject: { type: '🌈'.repeat(100), id: 'x'.repeat(255), label: '🌈'.repeat(200), url: '/x' },
    actor: { id: 'x'.repeat(255), name: '🌈'.repeat(200) },
    data: ofBytes(8_192),
  };
  expect(await create({ recipientId: 'long', ...input })).toMatchObject({ errors: undefined });
  const { type, id: subjectId, ...rest } = input.subject;
  expect(await aboutOf(server, candidate('long'))).toMatchObject([
    {
      subject: { type, subjectId, ...rest },
      actor: { actorId: input.actor.id, name: input.actor.name },
      data: input.data,
    },
  ]);
});

test('is about the same application however its id is written', async () => {
  const id = await submit(server, 'spells', 'decides');
  for (const about of [
    { applicationId: id },
    { applicationId: id.toUpperCase() },
    { subject: { type: 'application', id: id.toUpperCase(), label: 'Rust' } },
  ])
    expect(await create({ recipientId: 'spells', ...about })).toMatchObject({ errors: undefined });
  const found = await aboutOf(server, candidate('spells'), { subject: { type: 'application', id } });
  expect(found.map(({ subject }) => [subject?.type, subject?.subjectId, subject?.label])).toEqual([
    ['application', id, 'Rust'],
    ['application', id, null],
    ['application', id, null],
  ]);
});

describe('with an idempotency key', () => {
  const body = {
    recipientId: 'repeats',
    subject: { ...SUBJECT, label: 'Seven' },
    actor: { id: 'iris', name: 'Iris' },
    severity: 'HIGH',
    data: { amount: 12.5, in: { currency: 'EUR' } },
    imageUrl: 'https://example.com/a.png',
  };

  test('is the same however often it is said, and another with anything else', async () => {
    const first = await create({ ...body, idempotencyKey: 'about' });
    expect(first.data.createNotification.created).toBe(true);
    const again = await create({ ...body, idempotencyKey: 'about' });
    expect(again.data.createNotification).toEqual({ ...first.data.createNotification, created: false });
    for (const other of [
      { data: { amount: 12.6, in: { currency: 'EUR' } } },
      { data: null },
      { severity: 'LOW' },
      { severity: null },
      { actor: { ...body.actor, name: 'Irma' } },
      { actor: null },
      { subject: { ...body.subject, id: '8' } },
      { subject: { ...body.subject, label: 'Eight' } },
      { subject: null },
      { imageUrl: null },
    ])
      expect((await create({ ...body, ...other, idempotencyKey: 'about' })).code).toBe('CONFLICT');
  });

  test('is what it was before it could carry anything, where it carries nothing', async () => {
    const applicationId = await submit(server, 'hashes', 'decides');
    const plain = {
      ...{ type: 'graded', category: 'general', title: 'Graded', message: 'See the mark.' },
      ...{ url: null, applicationId: null, facts: null },
    };
    const before = (recipient: string, content: object) =>
      createHash('sha256')
        .update(JSON.stringify([[recipient], Object.entries(content).sort()]))
        .digest('base64');
    for (const [key, input, said] of [
      ['plain', {}, plain],
      ['with a link', { url: '/x' }, { ...plain, url: '/x' }],
      ['normal', { severity: 'NORMAL', subject: null, data: null }, plain],
      ['application', { applicationId }, { ...plain, applicationId }],
      ['subject', { subject: { type: 'application', id: applicationId } }, { ...plain, applicationId }],
    ] as const) {
      await create({ recipientId: 'hashes', idempotencyKey: key, ...input });
      const kept = await server.sql(
        `select key, body_hash as hash from idempotency_keys where recipient_id = 'hashes' and key = $1`,
        [key],
      );
      expect(kept).toEqual([{ key, hash: before('hashes', said) }]);
    }
  });
});
