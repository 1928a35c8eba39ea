import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { dataOf, listen } from '../../support/acts.ts';
import { addToTopic, begun, ended, miscounted, named } from '../../support/broadcasting.ts';
import { BILLING, declareCategory, declareType } from '../../support/declaring.ts';
import { forgotten } from '../../support/email/emails.ts';
import { redisUrl, startServer, withRedis, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const CROWD = named('crowd', 1_100);
let one: TestServer;
let two: TestServer;
let spy: Redis;
const settings = { ...withRedis(), SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_AFTER_MINUTES: '60' };

beforeAll(async () => {
  one = await startServer(settings);
  two = await startServer(settings, one.databaseUrl);
  await dataOf(addToTopic(one, 'crowd', CROWD));
});

afterAll(async () => {
  spy.disconnect();
  await two.close();
  await one.close();
});

test('rings at every replica where somebody of them is connected, and costs the others one message for 500', async () => {
  const here = await listen(one, CROWD[3]!);
  const there = await listen(one, CROWD[900]!, two.url);
  spy = new Redis(redisUrl());
  const heard: string[] = [];
  const inboxes = CROWD.filter((id) => id !== CROWD[3] && id !== CROWD[900]).map(
    (id) => `carillon:inbox:${id}`,
  );
  await spy.subscribe('carillon:inboxes', ...inboxes);
  spy.on('message', (channel, message: string) => {
    if (message.includes('crowd-')) heard.push(channel);
  });

  const { id } = await begun(one, { topic: 'crowd' }, { title: 'Live' });
  expect(await ended(one, id)).toMatchObject({ state: 'DONE', done: 1_100 });
  for (const stream of [here, there]) {
    const [event] = await stream.reaches(1);
    expect(event!.notificationAdded).toMatchObject({ title: 'Live', isRead: false });
  }
  await until(() => heard.length >= 3);
  expect(heard).toEqual(Array(3).fill('carillon:inboxes'));
  expect(await miscounted(one)).toEqual([]);
});

test('is planned as e-mails too, though nobody is connected', async () => {
  const readers = named('mailed', 510);
  for (const id of [readers[0]!, readers[509]!])
    await dataOf(one.ask('{ viewer { id } }', {}, candidate(id, { email: `${id}@example.com` })));
  await dataOf(addToTopic(one, 'mailed', readers));
  await ended(one, (await begun(one, { topic: 'mailed' }, { title: 'Mailed' })).id);
  const planned = await one.sql(
    `select d.user_id as id from deliveries d join notifications n on n.id = d.notification_id
     where n.title = 'Mailed' and d.state = 'WAITING' and d.channel = 'EMAIL' order by 1`,
  );
  expect(planned.map(({ id }) => id)).toEqual([readers[0], readers[509]]);
  expect(await forgotten(one)).toEqual([]);
});

test('joins a row that still grows', async () => {
  await dataOf(addToTopic(one, 'growing', named('growing', 3)));
  await dataOf(declareCategory(one, BILLING));
  const wording = [{ language: 'EN', title: '{count} news', message: 'Of the course.' }];
  await dataOf(declareType(one, { name: 'news', category: 'billing', groupMinutes: 60, wording }));
  const more = { type: 'news', title: null, message: null, subject: { type: 'course', id: '1' } };
  for (let count = 0; count < 2; count++) await ended(one, (await begun(one, { topic: 'growing' }, more)).id);
  const rows = await one.sql(`select event_count as count from notifications where type = 'news'`);
  expect(rows).toEqual(Array(3).fill({ count: 2 }));
  expect(await miscounted(one)).toEqual([]);
});
