import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { submit } from '../../support/acts.ts';
import { askToChange, changePreferences, followPreferences } from '../../support/preferences.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  server = await startServer(withRedis());
  other = await startServer(withRedis(), server.databaseUrl);
});

afterEach(closeSockets);

afterAll(async () => {
  await other.close();
  await server.close();
});

const ask = (token: string, mutation: string) => askToChange(server, token, mutation);
const change = (token: string, mutation: string) => changePreferences(server, token, mutation);

test('a device on any replica has them at once, and after each change', async () => {
  const token = candidate('devices');
  const id = await submit(server, 'devices', 'decides');
  const devices = [
    await followPreferences(server, token),
    await followPreferences(server, token),
    await followPreferences(other, token),
  ];
  const bystander = await followPreferences(other, candidate('bystander'));
  for (const [index, mutation] of [
    'setChannelPreference(category: "general", channel: EMAIL, isOn: false)',
    'setQuietHours(from: "22:00", until: "07:00", timeZone: "Europe/Berlin")',
    `muteApplication(id: "${id}")`,
    'setLanguage(language: DE)',
    'resetPreferences',
  ].entries()) {
    const changed = await change(token, mutation);
    for (const device of devices) {
      const events = await device.reaches(index + 2);
      expect(events.at(-1)!.preferencesChanged).toEqual(changed);
    }
  }
  expect(bystander.events).toHaveLength(1);
});

test('what was refused is told to nobody', async () => {
  const token = candidate('refused');
  const device = await followPreferences(server, token);
  await ask(token, 'setQuietHours(from: "22:00", until: "25:00")');
  await ask(token, 'muteApplication(id: "01890000-0000-7000-8000-000000000000")');
  await change(token, 'setLanguage(language: DE)');
  await device.reaches(2);
  expect(device.events.map(({ preferencesChanged }) => preferencesChanged.language)).toEqual(['EN', 'DE']);
});
