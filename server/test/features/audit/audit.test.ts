import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AUDITED_ACTS } from '../../../src/audit/acts.ts';
import { createAudit } from '../../../src/audit/audit.feature.ts';
import { clean } from '../../../src/housekeeping.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { dataOf } from '../../support/acts.ts';
import { post } from '../../support/client.ts';
import { admin, auditOf, madeKey, pageOfAudit, revokeKey } from '../../support/keys.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';

/** What no entry may have: a text that somebody wrote. */
const PRIVATE = 'Nobody’s business';
const ADDRESS = '203.0.113.9';
const HOOK = 'https://1.1.1.1/hooks/private';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: '1', WEBHOOK_PRIVATE_ADDRESSES: 'true' });
});

afterAll(() => server.close());

async function asked<Data>(query: string, variables: object, token: string): Promise<Data> {
  return dataOf(post<Data>(server.url, query, variables, token, { 'x-forwarded-for': ADDRESS }));
}

/** Begins one and cancels it, however quick it was. */
async function broadcasting(key: string): Promise<string> {
  const { createBroadcast } = await asked<{ createBroadcast: { broadcast: { id: string } } }>(
    'mutation ($input: CreateBroadcastInput!) { createBroadcast(input: $input) { broadcast { id } } }',
    { input: { audience: { everybody: true }, type: 'news', title: PRIVATE, message: PRIVATE } },
    key,
  );
  const { id } = createBroadcast.broadcast;
  const isDone = () => server.sql(`select from broadcasts where id = $1 and state = 'DONE'`, [id]);
  await until(async () => (await isDone()).length > 0);
  await server.sql(`update broadcasts set state = 'RUNNING', ended_at = null where id = $1`, [id]);
  await asked('mutation ($id: ID!) { cancelBroadcast(id: $id) { broadcast { state } } }', { id }, key);
  return id;
}

/** Does each act that is audited, as a service where it may, and tells to what. */
async function doAll(key: string): Promise<Record<string, string>> {
  const text = [{ language: 'EN', text: PRIVATE }];
  const wording = [{ language: 'EN', title: PRIVATE, message: PRIVATE }];
  await asked(
    'mutation ($input: DeclareCategoryInput!) { declareCategory(input: $input) { name } }',
    { input: { name: 'grades', title: text } },
    key,
  );
  await asked(
    'mutation ($input: DeclareTypeInput!) { declareType(input: $input) { name } }',
    { input: { name: 'graded_late', category: 'grades', wording } },
    key,
  );
  await asked('mutation { removeType(name: "graded_late") { name } }', {}, key);
  await asked('mutation { removeCategory(name: "grades") { name } }', {}, key);
  const { registerWebhook } = await asked<{ registerWebhook: { webhook: { id: string } } }>(
    'mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } } }',
    { input: { url: HOOK, events: ['NOTIFICATION_READ'] } },
    key,
  );
  const { id } = registerWebhook.webhook;
  await asked('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', { id }, key);
  const message = randomUUID();
  await server.sql(
    `insert into webhook_messages (id, webhook_id, event, data, state) values ($1, $2, 'NOTIFICATION_READ', '{}', 'DEAD')`,
    [message, id],
  );
  await asked(
    'mutation ($id: ID!) { sendWebhookMessageAgain(id: $id) { messageId } }',
    { id: message },
    admin,
  );
  await asked('mutation ($id: ID!) { removeWebhook(id: $id) { removedId } }', { id }, key);
  await asked(
    `mutation { settleNotifications(subject: { type: "paper", id: "7" }, actionId: null) { settledCount } }`,
    {},
    key,
  );
  const email = randomUUID();
  await server.sql(`insert into users (id, name) values ('reader', $1)`, [PRIVATE]);
  await server.sql(
    `insert into messages (id, user_id, channel, state) values ($1, 'reader', 'EMAIL', 'DEAD')`,
    [email],
  );
  await asked(
    'mutation ($ids: [ID!]!) { retryFailedEmails(ids: $ids) { retriedCount } }',
    { ids: [email, randomUUID(), 'x'] },
    admin,
  );
  const broadcast = await broadcasting(key);
  await asked('mutation { addToTopic(topic: "choir", userIds: ["reader"]) { memberCount } }', {}, key);
  await asked('mutation { removeFromTopic(topic: "choir", userIds: ["reader"]) { memberCount } }', {}, key);
  await asked(
    'mutation ($input: DeclareTopicInput!) { declareTopic(input: $input) { topic } }',
    { input: { name: 'choir', title: text } },
    key,
  );
  await asked('mutation { removeTopic(topic: "choir") { topic } }', {}, key);
  await asked(
    'mutation { retractNotifications(subject: { type: "paper", id: "7" }) { retractedCount } }',
    {},
    key,
  );
  const intake = randomUUID();
  await server.sql(
    `insert into failed_intakes (id, intake_id, version, service, recipient_id, input, created_at, code, reason)
     values ($1, 7, 1, 'grading', 'reader', $2, now(), 'BAD_USER_INPUT', '')`,
    [intake, { type: 'graded', title: PRIVATE, message: PRIVATE }],
  );
  await asked('mutation ($id: ID!) { sendIntakeAgain(id: $id) { intakeId } }', { id: intake }, admin);
  const { eraseUser } = await asked<{ eraseUser: { erasure: { id: string } } }>(
    'mutation { eraseUser(userId: "nobody") { erasure { id } } }',
    {},
    admin,
  );
  return {
    ...{ createBroadcast: broadcast, cancelBroadcast: broadcast, retractNotifications: 'paper/7' },
    ...{ addToTopic: 'choir', removeFromTopic: 'choir', declareTopic: 'choir', removeTopic: 'choir' },
    ...{ sendIntakeAgain: intake, eraseUser: eraseUser.erasure.id },
    ...{ declareCategory: 'grades', removeCategory: 'grades' },
    ...{ declareType: 'graded_late', removeType: 'graded_late' },
    ...{ registerWebhook: id, rotateWebhookSecret: id, removeWebhook: id },
    ...{ sendWebhookMessageAgain: message, retryFailedEmails: email, settleNotifications: 'paper/7' },
  };
}

describe('each act of a service or an admin', () => {
  test('leaves one entry: who, with which key, from where, what, to what, and no text', async () => {
    const { secret, serviceKey } = await madeKey(server, {
      name: PRIVATE,
      scopes: ['notifications:create', 'catalogue:write', 'webhooks:write', 'topics:write'],
    });
    const objects = await doAll(secret);
    await dataOf(revokeKey(server, serviceKey.id));
    const entries = await auditOf(server);
    expect(entries.map(({ act }) => act).sort()).toEqual([...AUDITED_ACTS].sort());
    for (const { act, objectId } of entries)
      expect([act, objectId]).toEqual([act, objects[act] ?? serviceKey.id]);
    const byService = { actorKind: 'SERVICE', actor: 'grading', keyId: serviceKey.id, address: ADDRESS };
    const byAdmin = { actorKind: 'USER', actor: 'ada', keyId: null };
    const ofAdmins = [
      ...['createServiceKey', 'revokeServiceKey', 'retryFailedEmails', 'sendWebhookMessageAgain'],
      ...['eraseUser', 'sendIntakeAgain'],
    ];
    for (const entry of entries)
      expect(entry).toMatchObject(ofAdmins.includes(entry.act) ? byAdmin : byService);
    for (const hidden of [PRIVATE, HOOK, secret, 'whsec_'])
      expect(JSON.stringify(await server.sql('select * from audit_log'))).not.toContain(hidden);
  });

  test('leaves none where it fails', async () => {
    const before = await auditOf(server);
    const failing = [
      'declareType(input: { name: "t", category: "no such", wording: [{ language: EN, title: "T", message: "M" }] }) { name }',
      'removeCategory(name: "no such") { name }',
      'removeWebhook(id: "x") { removedId }',
      'revokeServiceKey(id: "x") { secret }',
      'retryFailedEmails(ids: []) { retriedCount }',
      'settleNotifications(subject: { type: "", id: "" }) { settledCount }',
    ];
    for (const act of failing)
      expect((await server.ask(`mutation { ${act} }`, {}, admin)).code).toBeDefined();
    expect(await auditOf(server)).toEqual(before);
  });
});

describe('the log', () => {
  test('is read by admins alone, by actor and act, in pages', async () => {
    const token = mint({ sub: 'settler', scope: 'notifications:create' });
    for (let n = 0; n < 5; n++)
      await dataOf(
        server.ask(
          'mutation ($id: ID!) { settleNotifications(subject: { type: "paper", id: $id }) { settledCount } }',
          { id: String(n) },
          token,
        ),
      );
    await madeKey(server, { service: 'settler' });
    expect((await auditOf(server, { actor: 'settler' })).map(({ objectId }) => objectId)).toEqual(
      ['4', '3', '2', '1', '0'].map((id) => `paper/${id}`),
    );
    expect(await auditOf(server, { actor: 'settler', act: 'createServiceKey' })).toEqual([]);
    expect(await auditOf(server, { act: 'no such act' })).toEqual([]);
    const listed = [];
    for (let after: string | null | undefined; after !== null;) {
      const { auditLog } = await dataOf(pageOfAudit(server, { actor: 'settler', first: 2, after }));
      listed.push(...auditLog.edges.map(({ node }) => node.objectId));
      after = auditLog.pageInfo.hasNextPage ? auditLog.edges.at(-1)!.cursor : null;
    }
    expect(listed).toEqual(['4', '3', '2', '1', '0'].map((id) => `paper/${id}`));
    for (const stranger of [token, candidate('casey')])
      expect((await pageOfAudit(server, {}, stranger)).code).toBe('FORBIDDEN');
    for (const wrong of [
      { first: 0 },
      { first: 101 },
      { after: 'x' },
      { actor: 'x'.repeat(256) },
      { act: 'a\0' },
    ])
      expect([wrong, (await pageOfAudit(server, wrong)).code]).toEqual([wrong, 'BAD_USER_INPUT']);
  });

  test('is only added to', async () => {
    await madeKey(server);
    for (const statement of ['update audit_log set actor = 1', 'delete from audit_log', 'truncate audit_log'])
      await expect(server.sql(statement)).rejects.toThrow('The audit log is only added to');
  });

  test('keeps its entries for 400 days', async () => {
    await server.sql(
      `insert into audit_log (id, at, actor_kind, actor, act, object_id)
       select gen_random_uuid(), now() - days * interval '1 day', 'USER', 'of old', 'createServiceKey', days::text
       from unnest(array[399, 401, 500]) days`,
    );
    const database = await Database.connect({ url: server.databaseUrl, poolSize: 1 });
    await clean(database, [createAudit({ database } as Platform)]).finally(() => database.close());
    const kept = await server.sql(`select object_id as id from audit_log where actor = 'of old'`);
    expect(kept).toEqual([{ id: '399' }]);
  });
});
