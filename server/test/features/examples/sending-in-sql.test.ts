import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, listOf } from '../../support/acts.ts';
import { Host, untilTaken } from '../../support/intake.ts';
import { run } from '../../support/run-script.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { debianPython } from '../../support/services/debian-python.ts';
import { candidate } from '../../support/token.ts';

// Hosts that share no code with us, on their own roles of our database: what they did, and what their users see.
let server: TestServer;
let host: Host;

beforeAll(async () => {
  server = await startServer();
  host = await Host.open(server.databaseUrl, 'shop');
  const database = new URL(server.databaseUrl).pathname.slice(1);
  await server.sql(`grant create, temporary on database ${database} to ${host.role}`);
});

afterAll(async () => {
  await server.close();
  await host.drop();
});

const subjectsOf = async (name: string) => {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: object }[] } }>(
      '{ notifications(first: 5) { edges { node { type title message subject { type subjectId label url } } } } }',
      {},
      candidate(name),
    ),
  );
  return notifications.edges.map(({ node }) => node);
};

test('a Django application tells in its own transaction, by the helper that it had', async () => {
  const { command, env } = await debianPython(['python3-django', 'python3-psycopg2']);
  const story = await run(command, ['docs/examples/django/approve.py'], {
    ...(env as Record<string, string>),
    DATABASE_URL: host.url,
  });
  expect(story).toMatchObject({ code: 0, err: '' });
  expect(story.out.split('\n')).toEqual([
    'approved Rust in practice for the user 1',
    'rolled back Doubtful: We thought better of it',
    '',
  ]);
  await untilTaken(server);
  expect(await subjectsOf('1')).toEqual([
    {
      ...{ type: 'application_approved', title: 'Approved: Rust in practice' },
      message: 'Your application has been approved.',
      subject: { type: 'course_application', subjectId: '1', label: 'Rust in practice', url: null },
    },
  ]);
}, 300_000);

test('so does one in Node, and what cannot be told is not done either', async () => {
  const { code, err, out } = await run(process.execPath, ['docs/examples/send-in-sql.mjs'], {
    DATABASE_URL: host.url,
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')).toEqual([
    'order 1 is shipped, and kim hears of it',
    'order 2 is not shipped: message must have 4000 characters at most (22023, message)',
    '',
  ]);
  await untilTaken(server);
  expect(await subjectsOf('kim')).toEqual([
    {
      ...{ type: 'order_shipped', title: 'Order 1 is on its way', message: 'With the night train.' },
      subject: { type: 'order', subjectId: '1', label: null, url: '/orders/1' },
    },
  ]);
  expect(await listOf(server, candidate('lee'))).toEqual([]);
});
