import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isAddress, isAddressSql } from '../../../src/platform/text/address.ts';
import { send } from '../../support/acts.ts';
import { bringForward, deliveriesOf, untilEmail } from '../../support/email/emails.ts';
import { readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { candidate } from '../../support/token.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const label = (length: number) => 'h'.repeat(length);

const GOOD = [
  'casey@example.com',
  'c@h',
  'casey@localhost',
  "o'neil+bells.2026@sub.example.co.uk",
  'CASEY@EXAMPLE.COM',
  '{casey|=?}@example.com',
  'casey@bücher.example',
  'casey@xn--bcher-kva.example',
  'casey@例え.テスト',
  'casey@❤.example',
  `${'c'.repeat(64)}@example.com`,
  `casey@a--b.${label(60)}.example`,
  `casey@${label(63)}.${label(63)}.example`,
  `casey@sub.${label(63)}`,
  `${'c'.repeat(30)}.${'c'.repeat(33)}@${label(63)}`,
];

const BAD = [
  'casey',
  '@example.com',
  'casey@',
  'casey@@example.com',
  'casey@example.com, sam@example.com',
  'casey@example.com;sam@example.com',
  'casey@example.com sam@example.com',
  'casey@example.com>',
  'Casey <casey@example.com>',
  'casey@example.com (home)',
  '"casey"@example.com',
  'casey@[127.0.0.1]',
  'mailto:casey@example.com',
  ' casey@example.com',
  'casey@example.com\u00a0',
  '.casey@example.com',
  'casey.@example.com',
  'ca..sey@example.com',
  'casey@example..com',
  'casey@.example.com',
  'casey@example.com.',
  'casey@-example.com',
  'casey@example-.com',
  'casey@exa_mple.com',
  'jörg@example.com',
  '用户@example.com',
  'casey\u202e@example.com',
  'casey@exam\u200bple.com',
  'casey@exam\u2800ple.com',
  'casey@example\u3002com',
  'casey@example．com',
  `${'c'.repeat(65)}@example.com`,
  `casey@${`${label(50)}.`.repeat(5)}example`,
  `casey@${label(64)}`,
  `casey@${label(64)}.example`,
  `casey@sub.${label(64)}.example`,
  `casey@example.${label(64)}`,
  `casey@a-${label(62)}.example`,
  `casey@${'é'.repeat(64)}.example`,
];

let users = 0;

/** Somebody whose token claims the address. */
function claim(email: string): { id: string; token: string } {
  const id = `claims-${++users}`;
  return { id, token: candidate(id, { email }) };
}

test.each(BAD)(
  '%j: no e-mail can come, says the page; none is planned, and the why says so',
  async (email) => {
    const reader = claim(email);
    expect((await readPreferences(server, reader.token)).hasEmailAddress).toBe(false);
    const id = await send(server, reader.id);
    expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject({
      status: 'SKIPPED',
      reason: 'NO_ADDRESS',
    });
    expect(await server.sql('select from deliveries where user_id = $1', [reader.id])).toEqual([]);
  },
);

test.each(GOOD)('%j: an e-mail can come, is planned, and comes', async (email) => {
  const reader = claim(email);
  expect((await readPreferences(server, reader.token)).hasEmailAddress).toBe(true);
  const before = smtp.mails.length;
  const id = await send(server, reader.id);
  expect((await deliveriesOf(server, reader, id)).EMAIL!.status).toBe('WAITING');
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(smtp.mails).toHaveLength(before + 1);
});

test('an address that became unusable while an e-mail waited: none is sent', async () => {
  const reader = claim('was-good@example.com');
  await readPreferences(server, reader.token);
  const id = await send(server, reader.id);
  const { token } = { token: candidate(reader.id, { email: 'is..bad@example.com' }) };
  expect((await readPreferences(server, token)).hasEmailAddress).toBe(false);
  await bringForward(server, reader.id);
  await untilEmail(server, { token }, id, { status: 'SKIPPED', reason: 'NO_ADDRESS' });
});

test('PostgreSQL reads the rule as we do, whatever the text', async () => {
  const piece = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('a', 'Z', '9', '.', '-', '@', '_', 'é', '\u00ad', '\u200d', '。'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(...GOOD, ...BAD) },
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').replaceAll('\0', ''));
  const texts = [...GOOD, ...BAD, ...fc.sample(text, { seed: 9, numRuns: 20_000 })];
  const rows = await server.sql<{ is: boolean }>(
    `select ${isAddressSql('t')} as is from unnest($1::text[]) with ordinality given (t, place) order by place`,
    [texts],
  );
  const different = texts.filter((each, index) => isAddress(each) !== rows[index]!.is);
  expect(different).toEqual([]);
  expect(texts.filter(isAddress).length).toBeGreaterThan(100);
});
