import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { dataOf, send } from '../../support/acts.ts';
import { bringForward, newReader, untilEmail, type Reader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// As far as operators may go: an address and a name that are not ASCII, and a path to where no line may be longer.
const PUBLIC_URL = `https://bücher.example/${'carillon'.repeat(55)}/`;
const ASCII_URL = PUBLIC_URL.replace('bücher', 'xn--bcher-kva').slice(0, -1);
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({
    ...smtp.settings,
    PUBLIC_URL,
    MAIL_FROM: `"Söhne, \\"Glocken\\" & 🎉${'é'.repeat(150)}" <bells@bücher.example>`,
  });
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

interface Received {
  mail: ParsedMail & { html: string; text: string };
  /** As it came; the server has refused what is not by the rules. */
  raw: string;
}

async function received(reader: Reader): Promise<Received> {
  await bringForward(server, reader.id);
  const mail = (await until(() => smtp.to(reader.address)[0])) as Received['mail'];
  return { mail, raw: smtp.raw.get(mail)! };
}

const sendAll = (reader: Reader, inputs: readonly object[]) =>
  Promise.all(inputs.map((input) => send(server, reader.id, input)));

const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n');

describe('no line of the header is longer than a strict server takes:', () => {
  test('an e-mail about 40 categories with long names, of a user with a long id', async () => {
    const id = '🎻'.repeat(127);
    const reader = { id, address: 'many@example.com', token: candidate(id, { email: 'many@example.com' }) };
    await dataOf(server.ask('{ inbox { id } }', {}, reader.token));
    await sendAll(
      reader,
      Array.from({ length: 40 }, (_, index) => ({ category: `${index} ${'🎻'.repeat(90)}` })),
    );
    const { mail, raw } = await received(reader);
    const list = headersOf(raw).find((line) => line.includes('/unsubscribe/'))!;
    expect(list).toMatch(new RegExp(`^ <${ASCII_URL}/unsubscribe/[\\w-]{67}>$`));
    expect(mail.subject).toBe('40 unread notifications');
    expect(mail.text).toContain('and 35 more: ');
    expect(mail.from!.value[0]).toEqual({
      name: `Söhne, "Glocken" & 🎉${'é'.repeat(150)}`,
      address: 'bells@bücher.example',
    });
    expect(mail.messageId).toMatch(/^<[\w-]{36}@xn--bcher-kva\.example>$/);
  });

  test.each([
    ['of emoji', '🎉'.repeat(200), `${'🎉'.repeat(149)}…`],
    ['of families', '👨‍👩‍👧‍👦'.repeat(28), `${'👨‍👩‍👧‍👦'.repeat(21)}…`],
    ['of one word', 'x'.repeat(200), `${'x'.repeat(149)}…`],
    ['of lines', 'a\r\nb\nc\u2028d\u0085e', 'a b c d e'],
    ['of controls', 'a\u0007b\u001bc\u009bd\te\u007ff', 'a b c d e f'],
    ['that looks encoded', '=?utf-8?Q?Bcc=3A?= x =?utf-8?B?eA', '=?utf-8?Q?Bcc=3A?= x =?utf-8?B?eA'],
    ['that hides what it says', 'Paid =?utf-8?B?4oCu?= now', 'Paid =?utf-8?B?4oCu?= now'],
    ['of accents upon accents', `e${'\u0301'.repeat(199)}`, `e${'\u0301'.repeat(148)}…`],
  ])('a title %s', async (_what, title, subject) => {
    const reader = await newReader(server);
    await send(server, reader.id, { title });
    const { mail } = await received(reader);
    expect(mail.subject).toBe(subject);
  });
});

test('an address beyond ASCII is written as every server reads it', async () => {
  const address = 'casey@bücher.example';
  const reader = { ...(await newReader(server)), address };
  await server.sql('update users set email = $2 where id = $1', [reader.id, address]);
  const id = await send(server, reader.id);
  const { raw } = await received(reader);
  expect(headersOf(raw)).toContain('To: casey@xn--bcher-kva.example');
  await untilEmail(server, reader, id, { status: 'SENT' });
});
