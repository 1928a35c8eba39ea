import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, validate, type OperationDefinitionNode } from 'graphql';
import { inRepository } from '../../../local/repository.ts';
import { dataOf, listOf, send } from '../../support/acts.ts';
import { declareCategory } from '../../support/declaring.ts';
import { examplesOf, textsOf } from '../../support/documents.ts';
import { Host, untilTaken } from '../../support/intake.ts';
import { settingsOf, startServer, type TestServer } from '../../support/server.ts';
import { subscribe } from '../../support/socket.ts';
import { candidate, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// Every request in the documentation is asked of a server, page by page and from top to bottom, as a reader would who
// may do everything.
const PAGES = globSync(['README.md', 'docs/*.md'], { cwd: inRepository() })
  .filter((page) => textsOf(page, 'graphql').length > 0)
  .sort();
/** Those that tell of another product first, and are tried with it: see guides.test.ts. */
const GUIDES = PAGES.filter((page) => page.startsWith('docs/from-'));
const SCOPE = 'notifications:create catalogue:write webhooks:write topics:write';
const reader = mint({ sub: 'reads-the-docs', role: 'ADMIN', scope: SCOPE });
const schema = buildSchema(readFileSync(inRepository('schema.graphql'), 'utf8'));

let server: TestServer;
let host: Host;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true', WEBHOOK_PRIVATE_ADDRESSES: 'true' });
  host = await Host.open(server.databaseUrl, 'shop');
  const database = new URL(server.databaseUrl).pathname.slice(1);
  await server.sql(`grant temporary on database ${database} to ${host.role}`);
}, 60_000);

afterAll(async () => {
  await host.leave();
  await server.close();
  await host.drop();
});

const sent = (more: object) =>
  dataOf(
    server.ask(
      'mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }',
      { input: { recipientId: 'casey', type: 'reminder', title: 'Begins', message: 'In room 4.', ...more } },
      reader,
    ),
  );

/** What a page takes for granted. */
const BEFORE: Record<string, () => Promise<unknown>> = {
  'docs/broadcasts.md': () =>
    dataOf(
      server.ask('mutation { addToTopic(topic: "course-17", userIds: ["kim"]) { memberCount } }', {}, reader),
    ),
  'docs/timing.md': async () => {
    await declareCategory(server, { name: 'leave', title: [{ language: 'EN', text: 'Leave' }] });
    await sent({ subject: { type: 'course', id: '7' } });
    await sent({ idempotencyKey: 'begin-7' });
  },
};

interface Operation {
  kind: string;
  text: string;
  variables: object;
  place: string;
}

/** Those that can be asked: all but what needs an id that only its reader has. */
function operationsOf(page: string): Operation[] {
  const examples = examplesOf(page);
  return examples.flatMap(({ language, text, place }, index) => {
    if (language !== 'graphql') return [];
    const next = examples[index + 1];
    const hasVariables = next?.language === 'json' && next.text.startsWith('{\n  "input"');
    const variables = hasVariables ? (JSON.parse(next.text) as object) : {};
    return parse(text)
      .definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
      .filter(({ variableDefinitions = [] }) =>
        variableDefinitions.every(({ variable }) => variable.name.value in variables),
      )
      .map((node) => ({ kind: node.operation, text: hereAndNow(print(node)), variables, place }));
  });
}

/** With a day that is still to come, and a host that is there without a line to the internet. */
const hereAndNow = (text: string) =>
  text
    .replace(/at: "[^"]+"/, `at: "${new Date(Date.now() + 86_400_000).toISOString()}"`)
    .replace('//grading.example.com', '//localhost');

test('all that the documentation asks is valid, also where it needs an id', () => {
  const examples = PAGES.flatMap(examplesOf).filter(({ language }) => language === 'graphql');
  expect(examples.length).toBeGreaterThan(12);
  for (const { text, place } of examples)
    for (const definition of parse(text).definitions)
      expect([place, validate(schema, { kind: Kind.DOCUMENT, definitions: [definition] })]).toEqual([
        place,
        [],
      ]);
});

test.each(PAGES.filter((page) => !GUIDES.includes(page)))('what %s asks is answered', async (page) => {
  await BEFORE[page]?.();
  for (const { kind, text, variables, place } of operationsOf(page)) {
    if (kind === 'subscription') continue;
    const { data, errors } = await server.ask(text, variables, reader);
    expect({ place, errors }).toEqual({ place, errors: undefined });
    expect(Object.values(data)).not.toContain(null);
  }
});

test('the subscription of README.md tells what comes', async () => {
  const [document] = textsOf('README.md', 'graphql');
  const stream = await subscribe<{ notificationAdded: object }>(server.url, reader, document!);
  await until(async () => {
    await send(server, 'reads-the-docs', { title: 'You have read it' });
    return stream.events.length > 0;
  });
  expect(stream.events[0]).toMatchObject({
    notificationAdded: { title: 'You have read it', inbox: { counts: { unread: expect.any(Number) } } },
  });
});

test('what sql.md does in one transaction is told when it is committed', async () => {
  const client = await host.connect();
  await client.query('create temporary table applications (id int, status text)');
  await client.query(textsOf('docs/sql.md', 'sql')[0]!);
  await untilTaken(server);
  const list = await listOf(server, candidate('casey'), { state: 'ALL' });
  expect(list).toContainEqual(expect.objectContaining({ type: 'application_approved', title: 'Approved' }));
});

test('the issuers of tokens.md are ones', async () => {
  const { readConfig } = await importBuilt('config');
  const [issuers] = textsOf('docs/tokens.md', 'json');
  const config = readConfig(settingsOf(server.databaseUrl, { TOKEN_ISSUERS: issuers! }));
  expect(JSON.stringify(config)).toContain('https://grading.internal.example.com/keys.json');
});
