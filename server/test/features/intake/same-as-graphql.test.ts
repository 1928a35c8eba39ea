import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { declareCategory, declareType } from '../../support/declaring.ts';
import { Host, notifying, untilTaken } from '../../support/intake.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { service } from '../../support/token.ts';

/** Repeat a failure with CARILLON_TEST_SEED=…. */
const seed = Number(process.env.CARILLON_TEST_SEED ?? Date.now() % 2 ** 31);
const READERS = 40;
const IN_A_DAY = new Date(Date.now() + 86_400_000).toISOString();

let server: TestServer;
let host: Host;
let client: pg.Client;

beforeAll(async () => {
  server = await startServer({ SMTP_URL: 'smtp://127.0.0.1:1' });
  host = await Host.open(server.databaseUrl, 'grading');
  client = await host.connect();
  await declareCategory(server, { name: 'news', title: [{ language: 'EN', text: 'News' }] });
  const wording = [{ language: 'EN', title: 'Of {who}', message: 'Told.' }];
  await declareType(server, { name: 'told', category: 'news', severity: 'HIGH', wording });
  await declareType(server, { name: 'grows', category: 'news', groupMinutes: 5, wording });
});

afterAll(async () => {
  await host.leave();
  await server.close();
  await host.drop();
});

const seldom = <T>(good: fc.Arbitrary<T>, ...odd: T[]) =>
  fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const optional = <T>(of: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, of);
const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });

const words = fc.oneof(
  fc.record({
    title: seldom(fc.constantFrom('Title', 'é'.repeat(200), '🙂'), ' ', '\u200b', 'x'.repeat(201), 'a\0b'),
    message: seldom(fc.constantFrom('Message', 'Line\nbreak'), '', '\u00ad'),
  }),
  fc.constantFrom({}, { title: 'Alone' }),
);

const input = fc
  .tuple(
    words,
    fc.record({
      type: seldom(fc.constantFrom('graded', 'told', 'grows'), '', 'x'.repeat(101), 'tab\t'),
      category: optional(seldom(fc.constantFrom('news', 'other'), '', 'a\nb')),
      url: optional(
        seldom(
          fc.constantFrom('/a?b=c', 'https://example.com/ü'),
          ...[
            '//evil.example',
            'javascript:1',
            'https://u:p@example.com',
            '/a b',
            '/\t/evil.example',
            'http://a',
          ],
        ),
      ),
      imageUrl: optional(seldom(fc.constant('https://example.com/a.png'), '/a.png', 'https://')),
      severity: optional(seldom(fc.constantFrom('LOW', 'NORMAL', 'URGENT'), 'high')),
      subject: optional(
        seldom<object>(
          fc.constantFrom(
            { type: 'post', id: '1' },
            { type: 'post', id: '1', label: 'Post', url: '/posts/1' },
          ),
          ...[{ type: 'post' }, { type: 'post', id: '1', other: 1 }, { type: 'post', id: ' ' }],
          ...[
            { type: 'application', id: 'none' },
            { type: 'post', id: '1', url: 'http://a' },
          ],
          { type: 'application', id: '01990000-0000-7000-8000-000000000000' },
        ),
      ),
      actor: optional(
        seldom<object>(
          fc.constantFrom(
            { name: 'Ada', id: '1' },
            { name: 'Grace' },
            { name: 'I', imageUrl: 'https://a.example/b' },
          ),
          ...[{ id: '1' }, { name: 'a\nb' }, { name: 'I', imageUrl: 'http://a' }, { name: 1 }],
        ),
      ),
      data: optional(
        seldom<object>(
          fc
            .dictionary(fc.string({ maxLength: 5 }), json, { maxKeys: 4, noNullPrototype: true })
            .map((data): object => ({ ...data, who: 'Kim' })),
          ...[deep(15), deep(16), { big: 'x'.repeat(8_150) }, { big: 'x'.repeat(8_200) }, { a: 'a\0b' }],
        ),
      ),
      actions: optional(
        seldom<object>(
          fc.constantFrom<object>([{ id: 'yes', label: 'Yes', style: 'PRIMARY', asksForComment: true }], []),
          [
            { id: 'a', label: 'A' },
            { id: 'a', label: 'B' },
          ],
          ...[[{ id: 'a' }], [{ id: 'a', label: 'A', style: 'loud' }], [{ id: 'a', label: ' ' }]],
        ),
      ),
      requestKey: optional(seldom(fc.constantFrom('r1', 'r2'), '')),
      groupKey: optional(seldom(fc.constantFrom('g1', 'g2'), '', 'a\tb')),
      idempotencyKey: optional(fc.constantFrom('k1', 'k2', 'k3')),
      expiresAt: optional(seldom(fc.constant(IN_A_DAY), '2020-01-01T00:00:00Z', '2900-01-01T00:00:00Z')),
    }),
  )
  .map(([said, more]): Input => ({ ...said, ...more }));

type Input = Record<string, unknown>;

const CREATE = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }`;

async function byGraphql(recipientId: string, one: Input): Promise<string> {
  const { code } = await server.ask(CREATE, { input: { ...one, recipientId } }, service());
  return code ?? 'sent';
}

/** Its id, or what it was refused with at once. */
async function bySql(recipient: string, one: Input): Promise<string> {
  const { idempotencyKey: key, imageUrl: image_url, requestKey: request_key, ...rest } = one;
  const { groupKey: group_key, expiresAt: expires_at, ...same } = rest;
  const { text, values } = notifying({
    recipient,
    ...same,
    key,
    image_url,
    request_key,
    group_key,
    expires_at,
  });
  try {
    const { rows } = await client.query<{ id: string }>(text, values);
    return rows[0]!.id;
  } catch (error) {
    // By us, or by PostgreSQL: text and JSON that it cannot hold.
    expect(['22023', '22021', '22P02', '22P05']).toContain((error as pg.DatabaseError).code);
    return 'BAD_USER_INPUT';
  }
}

// It ceases to grow so long after its first event, and is as old as its last.
const EVERYTHING = `
  select (select to_jsonb(i) - '{user_id,id,epoch}'::text[] from inbox i where i.user_id = $1) as inbox,
    (select jsonb_agg(to_jsonb(n) - '{id,user_id,created_at,grows_until,request_id}'::text[] || jsonb_build_object(
        'grows', ceil(extract(epoch from n.grows_until - n.created_at) / 300),
        'asked', (select jsonb_build_object('subject', r.subject_type || ' ' || r.subject_id, 'actions', r.actions,
            'key', regexp_replace(r.request_key, '\\t.*', 'of the call'))
          from requests r where r.id = n.request_id),
        'deliveries', (select jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state,
            'reason', d.reason, 'due', round(extract(epoch from d.due_at - n.created_at)))  order by d.channel)
          from deliveries d where d.notification_id = n.id)) order by n.seq)
      from all_notifications n where n.user_id = $1) as notifications,
    (select jsonb_agg(key order by key) from idempotency_keys where recipient_id = $1
       and notification_id is not null and seq is not null) as keys,
    exists (select from users where id = $1) as "isKnown"`;

test('what is sent in SQL is the same as what is sent in GraphQL, in every column and counter', async () => {
  const readers = fc.sample(fc.array(input, { minLength: 1, maxLength: 5 }), { numRuns: READERS, seed });
  const outcomes = await Promise.all(
    readers.map(async (inputs, reader) => {
      const said: string[] = [];
      for (const one of inputs) said.push(await byGraphql(`reader ${reader} by GraphQL`, one));
      return said;
    }),
  );
  const ids: string[][] = [];
  for (const [reader, inputs] of readers.entries()) {
    const given: string[] = [];
    for (const one of inputs) given.push(await bySql(`reader ${reader} by SQL`, one));
    ids.push(given);
  }
  await untilTaken(server, 30_000);
  const failed = await server.sql<{ id: string; code: string }>(
    'select intake_id as id, code from failed_intakes',
  );
  const codes = new Map(failed.map(({ id, code }) => [id, code]));
  for (const [reader, given] of ids.entries()) {
    const said = given.map((id) => (/^\d+$/.test(id) ? (codes.get(id) ?? 'sent') : id));
    const context = { seed, reader, inputs: readers[reader] };
    expect({ ...context, said }).toEqual({ ...context, said: outcomes[reader] });
    const [graphql] = await server.sql(EVERYTHING, [`reader ${reader} by GraphQL`]);
    const [sql] = await server.sql(EVERYTHING, [`reader ${reader} by SQL`]);
    expect({ ...context, ...sql }).toEqual({ ...context, ...graphql });
  }
  expect(outcomes.flat().filter((said) => said === 'sent').length).toBeGreaterThan(READERS / 2);
  expect(await miscounted(server)).toEqual([]);
}, 60_000);
