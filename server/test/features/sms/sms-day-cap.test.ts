import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { send } from '../../support/acts.ts';
import { bringForward, deliveriesOf, newReader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { newNumber, newPhoned, setNumber, SmsStage, type Phoned } from '../../support/sms/provider.ts';
import { until } from '../../support/until.ts';

let stage: SmsStage;
let replicas: TestServer[];

beforeAll(async () => {
  stage = await SmsStage.open();
  const settings = { ...stage.settings, SMS_PER_DAY: '9' };
  const first = await startServer(settings);
  replicas = [first, await startServer(settings, first.databaseUrl)];
});

afterAll(async () => {
  for (const replica of replicas.toReversed()) await replica.close();
  await stage.down();
});

test('so many go out in a day, on all replicas together and with the codes, also of critical ones', async () => {
  const [server] = replicas as [TestServer];
  const readers: Phoned[] = [];
  for (let index = 0; index < 6; index++) readers.push(await newPhoned(server, stage));
  const ids = await Promise.all(
    readers.map(({ id }, index) => send(replicas[index % 2]!, id, { category: 'account' })),
  );
  await Promise.all(readers.map(({ id }) => bringForward(server, id)));
  const states = await until(async () => {
    const told = await Promise.all(readers.map((reader, index) => deliveriesOf(server, reader, ids[index]!)));
    const found = told.map(({ SMS }) => SMS!);
    return found.every(({ status }) => status === 'SENT' || status === 'HELD') && found;
  });
  expect(states.filter(({ status }) => status === 'SENT')).toHaveLength(3);
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  for (const { reason, dueAt } of states.filter(({ status }) => status === 'HELD')) {
    expect(reason).toBe('CAP');
    expect(dueAt).toBe(`${tomorrow}T00:00:00.000Z`);
  }
  expect(stage.taken).toHaveLength(3);
  const late = await newReader(server);
  expect(await setNumber(server, late, newNumber())).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await server.sql('select from phone_numbers where user_id = $1', [late.id])).toEqual([]);
});
