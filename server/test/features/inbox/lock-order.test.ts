import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emailChannel } from '../../../src/email/email.channel.ts';
import { addNotifications, sendSetup } from '../../../src/sending/add-notifications.ts';
import type { Content } from '../../../src/sending/content.ts';
import { Severity } from '../../../src/inbox/severity.ts';
import { Database, type Transaction } from '../../../src/platform/postgres/database.ts';
import { send } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';
import { catalogueOf } from '../../support/catalogue.ts';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 4 });
});

afterAll(async () => {
  await database.close();
  await server.close();
});

const terms = sendSetup(catalogueOf(), [emailChannel({ isSetUp: false, afterMinutes: 10 }, 9)]);
const content: Content = {
  ...{ service: 's', type: 't', category: 'general', title: 't', message: 'm', url: null },
  ...{ subject: null, actor: null, severity: Severity.NORMAL, data: null, imageUrl: null, wording: null },
  ...{ actions: null, requestKey: null, expiresAt: null, requestId: null, newRequestKey: null },
  ...{ groupKey: null, groupMinutes: null, escalation: null, isEscalated: false, idempotencyKey: null },
};

const addTo = (recipients: string[], wrap: (sql: Transaction) => Transaction = (sql) => sql) =>
  database.transaction(async (sql) => {
    await addNotifications(
      wrap(sql),
      terms,
      recipients.map((recipientId) => ({ recipientId, content })),
    );
  });

const waitingForLocks = async () => {
  const rows = await server.sql(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
};

test('whoever is met for the first time is made before any inbox is locked, so that nobody waits in a circle', async () => {
  await send(server, 'b');
  let hasLooked = false;
  let goOn = () => undefined as void;
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  // Stops when it has touched the inboxes that it knows, and not yet those that it has to make.
  const first = addTo(['a', 'b'], (sql) => ({
    ...sql,
    query: async <Row>(text: string, values?: readonly unknown[]) => {
      const rows = await sql.query<Row>(text, values);
      if (text.includes('insert into notifications') && !hasLooked) {
        hasLooked = true;
        await mayGoOn;
      }
      return rows;
    },
  }));
  await until(() => hasLooked);

  let sent = 0;
  const alone = addTo(['a']).then(() => sent++);
  await until(async () => sent === 1 || (await waitingForLocks()) === 1);
  const both = addTo(['a', 'b']);
  await until(async () => (await waitingForLocks()) === 2 - sent);
  goOn();
  await Promise.all([first, alone, both]);
  const inboxes = await server.sql(
    `select user_id, unread from inbox where user_id in ('a', 'b') order by 1`,
  );
  expect(inboxes).toEqual([
    { user_id: 'a', unread: 3 },
    { user_id: 'b', unread: 3 },
  ]);
});
