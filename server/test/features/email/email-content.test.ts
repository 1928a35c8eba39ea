import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { listOf, send, submit } from '../../support/acts.ts';
import { bringForward, newReader, untilEmail, type Reader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { until } from '../../support/until.ts';
import { BILLING, declareCategory, declareType, PAID, PAID_DATA } from '../../support/declaring.ts';

const URL_OF_US = 'https://carillon.example.com';
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({
    ...smtp.settings,
    PUBLIC_URL: `${URL_OF_US}/`,
    MAIL_FROM: 'Bells <bells@example.com>',
  });
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

async function mailTo(reader: Reader): Promise<ParsedMail & { html: string }> {
  await bringForward(server, reader.id);
  return (await until(() => smtp.to(reader.address)[0])) as ParsedMail & { html: string };
}

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

test('what others wrote stands as text, with its direction, in HTML and in plain text alike', async () => {
  const reader = await newReader(server);
  const title = '<img src=x onerror="alert(1)"> & Ⓐ';
  const id = await send(server, reader.id, { title, message: 'שלום <b>\nline' });
  const mail = await mailTo(reader);
  expect(mail.subject).toBe(title);
  expect(mail.html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Ⓐ');
  expect(mail.html).not.toMatch(/<(img|b|script)\b/);
  expect(mail.html).toMatch(/dir="auto"[^>]*>שלום/);
  expect(mail.html).toContain('<html lang="en" dir="ltr">');
  for (const text of [title, 'שלום <b>\nline', `${URL_OF_US}/notifications/${id}`])
    expect(mail.text).toContain(text);
  expect(mail.from!.text).toBe('"Bells" <bells@example.com>');
  await untilEmail(server, reader, id, { status: 'SENT' });
});

test('it links to the page of the notification, to the choices and to the end of such e-mails; it loads nothing', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id, { category: 'Mail & more' });
  const mail = await mailTo(reader);
  const links = hrefs(mail.html);
  expect(links[0]).toBe(`${URL_OF_US}/notifications/${id}`);
  expect(links[1]).toBe(`${URL_OF_US}/preferences#Mail%20%26%20more`);
  expect(links[2]).toMatch(new RegExp(`^${URL_OF_US}/choices/[\\w-]{54}$`));
  expect(links[3]).toMatch(new RegExp(`^${URL_OF_US}/unsubscribe/[\\w-]{67}$`));
  expect(links).toHaveLength(4);
  expect(mail.html).not.toMatch(/src=|url\(|<link/);
  for (const link of links) expect(mail.text).toContain(link);
});

test('it says what it is to programs: an id, automatic, and how to unsubscribe', async () => {
  const reader = await newReader(server);
  await send(server, reader.id);
  const { headers, messageId } = await mailTo(reader);
  const [{ id }] = (await server.sql('select id from messages where user_id = $1', [reader.id])) as [
    { id: string },
  ];
  expect(messageId).toBe(`<${id}@carillon.example.com>`);
  expect(headers.get('idempotency-key')).toBe(id);
  expect(headers.get('x-entity-ref-id')).toBe(id);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/unsubscribe/') },
    'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
  });
});

test('what cannot be switched off offers no end', async () => {
  const reader = await newReader(server);
  await send(server, reader.id, { category: 'account', title: 'Your password was changed' });
  const mail = await mailTo(reader);
  expect(mail.headers.get('list')).toBeUndefined();
  expect(mail.html).not.toContain('unsubscribe');
});

test('our own events are worded in the language of the reader, and so is what stands around them', async () => {
  const reader = await newReader(server);
  await server.sql(
    `insert into preferences (user_id, language, time_zone) values ($1, 'de', 'Europe/Berlin')`,
    [reader.id],
  );
  await submit(server, 'casey', reader.id, 'Rust in practice');
  const mail = await mailTo(reader);
  expect(mail.subject).toBe('Neue Bewerbung von casey');
  expect(mail.html).toContain('<html lang="de" dir="ltr">');
  expect(mail.text).toContain('„Rust in practice“ wartet auf Ihre Entscheidung.');
  expect(mail.text).toMatch(/^Bewerbungen · \d\d?\. \S+ 20\d\d, \d\d:\d\d MES?Z$/m);
  expect(mail.text).toContain('Keine E-Mails mehr über: Bewerbungen');
  const [listed] = await listOf(server, reader.token);
  expect(listed!.title).toBe('Neue Bewerbung von casey');
});

test('what a host declares is worded as in the inbox, with a subject of its own where it has one', async () => {
  await declareCategory(server, BILLING);
  await declareType(server, PAID);
  const [english, german] = [await newReader(server), await newReader(server)];
  await server.sql(`insert into preferences (user_id, language, time_zone) values ($1, 'de', 'Asia/Tokyo')`, [
    german.id,
  ]);
  for (const { id } of [english, german])
    await send(server, id, { type: PAID.name, title: null, message: null, data: PAID_DATA });
  const mail = await mailTo(english);
  expect(mail.subject).toBe('Paid by Kim <b>');
  expect(mail.html).toContain('By Kim &lt;b&gt; on 30 Nov 2026.');
  expect(mail.text).toContain('No more e-mails about: Billing');
  const translated = await mailTo(german);
  expect(translated.subject).toBe('2 Rechnungen bezahlt');
  expect(translated.text).toContain('Von Kim <b> am 1. Dez. 2026.');
  expect(translated.text).toContain('Keine E-Mails mehr über: Rechnungen');
});

test('of very many it shows the newest, and says how many more there are', async () => {
  const reader = await newReader(server);
  await Promise.all(
    Array.from({ length: 53 }, (_, index) => send(server, reader.id, { title: `No. ${index}` })),
  );
  const mail = await mailTo(reader);
  expect(mail.subject).toBe('53 unread notifications');
  expect(hrefs(mail.html).filter((href) => href!.includes('/notifications/'))).toHaveLength(50);
  expect(mail.text).toContain(`3 more are in your inbox: ${URL_OF_US}/notifications`);
});

test('a title of several lines is one subject, and cannot add a header', async () => {
  const reader = await newReader(server);
  await send(server, reader.id, { title: 'One\r\nBcc: all@example.com\r\n\r\nTwo' });
  const mail = await mailTo(reader);
  expect(mail.subject).toBe('One Bcc: all@example.com Two');
  expect(mail.bcc).toBeUndefined();
});

describe('when something came is told by the clock of the reader, and by whose clock:', () => {
  const AT = '2026-11-25T23:04:00Z';

  test.each([
    ['en', 'Europe/Berlin', '26 Nov 2026, 00:04 CET'],
    ['de', 'Europe/Berlin', '26. Nov. 2026, 00:04 MEZ'],
    ['en', 'America/New_York', '25 Nov 2026, 18:04 GMT-5'],
    ['de', 'Asia/Kolkata', '26. Nov. 2026, 04:34 GMT+5:30'],
    ['en', 'UTC', '25 Nov 2026, 23:04 UTC'],
    ['en', 'Mars/Olympus', '25 Nov 2026, 23:04 UTC'], // known to the replica that stored it
  ])('in %s, in %s', async (language, zone, told) => {
    const reader = await newReader(server);
    await server.sql('insert into preferences (user_id, language, time_zone) values ($1, $2, $3)', [
      ...[reader.id, language, zone],
    ]);
    const id = await send(server, reader.id);
    await server.sql('update notifications set created_at = $2 where id = $1', [id, AT]);
    const mail = await mailTo(reader);
    expect(mail.text).toContain(` · ${told}\n`);
    expect(mail.html).toContain(` · ${told}</p>`);
  });
});

describe('text that turns text around keeps to itself', () => {
  const [RLO, LRI, FSI, PDI] = ['\u202e', '\u2066', '\u2068', '\u2069'] as const;

  test.each([
    ['an override', `Invoice${RLO}fdp exe`, `${FSI}Invoice${RLO}fdp exe${PDI}`],
    ['an isolate that is not ended', `${LRI}Invoice`, `${FSI}${LRI}Invoice${PDI}${PDI}`],
    ['an end too many', `Invoice${PDI}${RLO}x`, `${FSI}Invoice${RLO}x${PDI}`],
  ])('%s', async (_what, text, kept) => {
    const reader = await newReader(server);
    await send(server, reader.id, { title: text, message: `One\n${text}\nTwo`, category: text });
    const mail = await mailTo(reader);
    expect(mail.subject).toBe(kept);
    expect(mail.text).toContain(`${kept}\n${kept} · `);
    expect(mail.text).toContain(`\n\nOne\n${kept}\nTwo\n\n`);
    expect(mail.text).toContain(`No more e-mails about: ${kept}: `);
    expect(mail.html).toContain(`>One<br />${kept}<br />Two</p>`);
    expect(mail.html).toContain(`<span dir="auto">${kept}</span> · `);
    expect(mail.html).toContain(`No more e-mails about: ${kept}</a>`);
    expect(mail.html).not.toContain('white-space');
  });

  test('also where it is cut', async () => {
    const reader = await newReader(server);
    const title = `${LRI}${'x'.repeat(190)}${PDI}`;
    await send(server, reader.id, { title });
    expect((await mailTo(reader)).subject).toBe(`${FSI}${LRI}${'x'.repeat(148)}…${PDI}${PDI}`);
  });

  test('emoji, Hebrew, Arabic with joiners and accents stay as they are', async () => {
    const reader = await newReader(server);
    const title = '👩‍👩‍👧 ❤️ שלום می‌خواهم e\u0301';
    await send(server, reader.id, { title });
    const mail = await mailTo(reader);
    expect(mail.subject).toBe(title);
    expect(mail.html).toContain(`>${title}</h2>`);
  });
});

// Whoever sends is refused such titles; what came before that is still there.
test.each([
  '\u200b',
  '\u2800\u3164',
  '\ufe0f',
  '\u202e\u2069',
  '\u{e0041}\u{e0042}',
  '\u0007',
  '\u00ad\u034f',
])('a title of which nothing is seen (%j) is no subject', async (title) => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  await server.sql('update notifications set title = $2 where id = $1', [id, title]);
  expect((await mailTo(reader)).subject).toBe('One unread notification');
});

test('programs show what it is about beside the subject: the message, or the titles', async () => {
  const [one, several] = [await newReader(server), await newReader(server)];
  await send(server, one.id, { title: 'Graded', message: `See\nthe mark. ${'x'.repeat(200)}` });
  for (const title of ['First', 'Second']) await send(server, several.id, { title });
  const previewOf = (html: string) =>
    /<div aria-hidden="true"[^>]*display: none[^>]*>([^<]*)</.exec(html)![1];
  expect(previewOf((await mailTo(one)).html)).toBe(`See the mark. ${'x'.repeat(135)}…`);
  expect(previewOf((await mailTo(several)).html)).toBe('Second · First');
});

test('categories that nobody declared are called as people would', async () => {
  const reader = await newReader(server);
  await send(server, reader.id, { category: 'billing_reminders' });
  const mail = await mailTo(reader);
  expect(mail.text).toContain('\nBilling reminders · ');
  expect(mail.text).toContain('No more e-mails about: Billing reminders: ');
  expect(mail.html).not.toContain('>billing_reminders<');
});
