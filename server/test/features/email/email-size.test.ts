import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ParsedMail } from 'mailparser';
import { send } from '../../support/acts.ts';
import { bringForward, newReader, type Reader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { until } from '../../support/until.ts';

const PUBLIC_URL = 'https://carillon.example.com';
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL });
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

/** What of an e-mail is in one part, as it came and as it is read. */
function partOf(raw: string, type: string): { sent: number; encoding: string } {
  const [, boundary] = /boundary="([^"]+)"/.exec(raw)!;
  const part = raw.split(`--${boundary}`).find((text) => text.includes(`Content-Type: ${type}`))!;
  const [, encoding] = /Content-Transfer-Encoding: (\S+)/.exec(part)!;
  return { sent: part.length - part.indexOf('\r\n\r\n'), encoding: encoding! };
}

describe('an e-mail is never so large that a program hides its end:', () => {
  const MOST = 90_000;

  function check({ mail, raw }: Received) {
    for (const type of ['text/html', 'text/plain']) expect(partOf(raw, type).sent).toBeLessThan(MOST);
    for (const text of [mail.html, mail.text]) {
      expect(Buffer.byteLength(text)).toBeLessThan(MOST);
      expect(text).toContain('/unsubscribe/');
    }
  }

  const shown = (html: string) => html.match(/\/notifications\/[\w-]{36}"/g)!.length;

  test.each([
    ['emoji', '🎉', 'base64'],
    ['markup', '<"&>', 'quoted-printable'],
    ['equals signs', '=', 'base64'],
    ['lines', 'x\n', 'quoted-printable'],
    ['Chinese', '请', 'base64'],
    ['letters that are half ASCII', 'aé', 'base64'],
    ['isolates that nobody ends', '\u2066x', 'base64'],
  ])('a digest of 60 with %s', async (_what, piece, encoding) => {
    const reader = await newReader(server);
    const [title, message] = [piece.repeat(40), piece.repeat(500)];
    await sendAll(
      reader,
      Array.from({ length: 60 }, () => ({ title: `T${title}`, message: `M${message}`, category: 'c' })),
    );
    const mail = await received(reader);
    check(mail);
    const count = shown(mail.mail.html);
    expect(count).toBeGreaterThan(10);
    expect(mail.mail.text).toContain(`${60 - count} more are in your inbox: ${PUBLIC_URL}/notifications`);
    expect(partOf(mail.raw, 'text/html').encoding).toBe(encoding);
  });

  test('messages are left out before notifications are, and the oldest first', async () => {
    const reader = await newReader(server);
    for (let index = 1; index <= 50; index++)
      await send(server, reader.id, { title: `No. ${index}`, message: `${index} ${'🎉'.repeat(500)}` });
    const { mail, raw } = await received(reader);
    check({ mail, raw });
    expect(shown(mail.html)).toBe(50);
    expect(mail.text).not.toContain('in your inbox');
    const isTold = (index: number) => mail.text.includes(`\n${index} 🎉`);
    const told = Array.from({ length: 50 }, (_, index) => isTold(index + 1));
    expect(told[49]).toBe(true);
    expect(told[0]).toBe(false);
    expect(told).toEqual([...told].sort());
  });

  test.each([
    ['emoji', '🎉'],
    ['markup', '"'],
    ['lines', '\n\u2067'],
    ['ends of isolates', '\u2069\u2066'],
  ])('one alone is shown whole, of 4,000 characters of %s', async (_what, piece) => {
    const reader = await newReader(server);
    const message = `Begin${piece.repeat(3_990 / piece.length)}End`;
    await send(server, reader.id, { title: piece.repeat(30) + 'T', message, category: 'c' });
    const mail = await received(reader);
    check(mail);
    for (const text of [mail.mail.html, mail.mail.text]) expect(text).toMatch(/Begin.*End/su);
  });
});
