import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { listOf, send, submit } from '../support/acts.ts';
import { bringForward, newReader, untilEmail, type Reader } from '../support/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/smtp.ts';
import { until } from '../support/until.ts';

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
  expect(mail.html).toContain('<html lang="en">');
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
  expect(links[2]).toMatch(new RegExp(`^${URL_OF_US}/unsubscribe/[\\w.-]+$`));
  expect(links).toHaveLength(3);
  expect(mail.html).not.toMatch(/src=|url\(|<link/);
  for (const link of links) expect(mail.text).toContain(link);
});

test('it says what it is to programs: an id, automatic, and how to unsubscribe', async () => {
  const reader = await newReader(server);
  await send(server, reader.id);
  const { headers, messageId } = await mailTo(reader);
  const [{ id }] = (await server.sql('select id from emails where user_id = $1', [reader.id])) as [
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
  expect(mail.html).toContain('<html lang="de">');
  expect(mail.text).toContain('„Rust in practice“ wartet auf Ihre Entscheidung.');
  expect(mail.text).toContain('Bewerbungen · ');
  expect(mail.text).toContain('Keine E-Mails mehr über: Bewerbungen');
  const [listed] = await listOf(server, reader.token);
  expect(listed!.title).toBe('New application from casey');
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
