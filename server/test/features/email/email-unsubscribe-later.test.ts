// E-mails are kept for years: what becomes of the links in them.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from '../../support/acts.ts';
import { deliveriesOf, forgotten, newReader, type Reader } from '../../support/email/emails.ts';
import { changePreferences, channelsOf, WITHOUT_EMAIL } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import {
  choicesOf,
  emailsOf,
  formerLink,
  linkOf,
  off,
  oneClick,
  PUBLIC_URL,
  resume,
} from '../../support/email/unsubscribing.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL });
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const linkFor = (reader: Reader, categories?: string[]) => linkOf(server, smtp, reader, categories);
const choices = (reader: Reader) => choicesOf(server, reader);

const forget = (reader: Reader) => server.sql('delete from messages where user_id = $1', [reader.id]);

describe('when the record of the e-mail has been purged', () => {
  test('the link ends all e-mail that is not critical, also of what is to come', async () => {
    const reader = await newReader(server);
    const url = await linkFor(reader);
    const waiting = await send(server, reader.id, { category: 'grades' });
    const critical = await send(server, reader.id, { category: 'account' });
    await forget(reader);
    const page = await (await fetch(url)).text();
    expect(page).toContain('Do you want no more e-mails?');
    expect(page).toContain('>Account and security</li>');
    expect(await choices(reader)).toEqual([]);
    for (const answer of [await oneClick(url), await oneClick(url)]) expect(answer.status).toBe(200);
    expect((await deliveriesOf(server, reader, waiting)).EMAIL!.reason).toBe('UNSUBSCRIBED');
    expect((await deliveriesOf(server, reader, critical)).EMAIL!.status).toBe('WAITING');
    for (const category of ['billing', 'general', 'made up today']) {
      const id = await send(server, reader.id, { category });
      const why = { reason: 'PREFERENCE_OFF', reasonNow: 'PREFERENCE_OFF' };
      expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject(why);
    }
    const { account, ...others } = await emailsOf(server, reader);
    expect(account).toBe(true);
    expect(new Set(Object.values(others))).toEqual(new Set([false]));
    expect(Object.keys(others)).toContain('made up today');
    expect(Object.keys(others)).not.toContain('');
  });

  test('one that the reader switches on afterwards comes, and goes back when it is off again', async () => {
    const reader = await newReader(server);
    const url = await linkFor(reader);
    await forget(reader);
    await oneClick(url);
    const set = (isOn: boolean | null) =>
      changePreferences(
        server,
        reader.token,
        `setChannelPreference(category: "billing", channel: EMAIL, isOn: ${isOn})`,
      );
    for (const isOn of [true, null]) {
      const preferences = await set(isOn);
      expect(channelsOf(preferences, 'billing')![1]).toEqual({
        channel: 'EMAIL',
        isOn: true,
        isDefault: true,
        pace: 'NOW',
      });
      expect(channelsOf(preferences, 'general')).toEqual(WITHOUT_EMAIL);
    }
    const id = await send(server, reader.id, { category: 'billing' });
    expect((await deliveriesOf(server, reader, id)).EMAIL!.status).toBe('WAITING');
    expect(channelsOf(await set(false), 'billing')).toEqual(WITHOUT_EMAIL);
    await set(true);
    await oneClick(url);
    expect((await emailsOf(server, reader)).billing).toBe(false);
    await changePreferences(server, reader.token, 'resetPreferences');
    expect((await emailsOf(server, reader)).general).toBe(true);
  });

  test('the way back leaves off what the reader had switched off by itself', async () => {
    const reader = await newReader(server);
    const url = await linkFor(reader);
    await changePreferences(
      server,
      reader.token,
      'setChannelPreference(category: "grades", channel: EMAIL, isOn: false)',
    );
    await forget(reader);
    await oneClick(url);
    expect(await (await fetch(url)).text()).toContain('You get no more e-mails');
    expect(await (await resume(url)).text()).toContain('You get e-mails again');
    expect(await emailsOf(server, reader)).toEqual({
      ...{ applications: true, general: true, account: true },
      ...{ billing: true, grades: false },
    });
  });

  test('the link in one e-mail has nothing to do with another', async () => {
    const [reader, other] = [await newReader(server), await newReader(server)];
    const [url, kept] = [await linkFor(reader), await linkFor(reader, ['grades'])];
    await oneClick(await linkFor(other));
    expect(await choices(reader)).toEqual([]);
    await server.sql(
      `delete from messages where user_id = $1 and id = (select min(id::text)::uuid from messages where user_id = $1)`,
      [reader.id],
    );
    await oneClick(kept);
    expect(await choices(reader)).toEqual(off('grades'));
    await oneClick(url);
    expect((await choices(reader))[0]).toEqual(off('')[0]);
  });
});

describe('links of before', () => {
  test('hold, with what they said', async () => {
    const reader = await newReader(server);
    const url = formerLink(server, reader.id, 'billing', 'grades');
    expect(await (await fetch(url)).text()).toContain('>Grades</li>');
    expect((await oneClick(url)).status).toBe(200);
    expect((await choices(reader)).map(({ category }) => category)).toEqual(['billing', 'grades']);
    await resume(url);
    expect(await choices(reader)).toEqual([]);
  });

  test('of any length', async () => {
    const reader = await newReader(server);
    const categories = Array.from({ length: 40 }, (_, index) => `${index} ${'🎻'.repeat(30)}`);
    expect((await oneClick(formerLink(server, reader.id, ...categories))).status).toBe(200);
    expect(await choices(reader)).toHaveLength(40);
  });
});
