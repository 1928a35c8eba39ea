import { describe, expect, test } from '@jest/globals';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRepository } from '../local/repository.ts';
import { ConfigError, configKeys, readConfig } from './config.ts';

const LEAST = {
  DATABASE_URL: 'postgres://localhost/carillon',
  JWT_SECRET: randomBytes(48).toString('base64'),
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
}

describe('the configuration', () => {
  test('needs a database and a secret, and has an answer for all else', () => {
    expect(readConfig(LEAST)).toMatchObject({
      ...LEAST,
      HOST: '0.0.0.0',
      PORT: 4000,
      ALLOWED_ORIGINS: [],
      INTROSPECTION: true,
      DEMO: false,
      LOG_LEVEL: 'info',
    });
    expect(problemsOf({})).toEqual(['DATABASE_URL is required', 'JWT_SECRET is required']);
  });

  test('takes an empty variable for an unset one', () => {
    const empty = Object.fromEntries(configKeys.map((key) => [key, '']));
    expect(readConfig({ ...empty, ...LEAST })).toEqual(readConfig(LEAST));
  });

  test('tells all problems at once, one a line', () => {
    const wrong = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      JWT_SECRET: 'short',
      REDIS_URL: 'x',
      DEMO: 'perhaps',
    };
    const problems = problemsOf(wrong);
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(new ConfigError(problems).message.split('\n')).toHaveLength(problems.length + 1);
  });

  test('never prints a value: some are secrets', () => {
    const secret = 'hunter2';
    const wrong = Object.fromEntries(configKeys.map((key) => [key, secret]));
    const text = problemsOf({ ...wrong, ALLOWED_ORIGINS: `https://${secret}/path` }).join('\n');
    expect(text).toContain('JWT_SECRET');
    expect(text).toContain('ALLOWED_ORIGINS');
    expect(text).not.toContain(secret);
  });

  describe('takes no secret that can be guessed', () => {
    test.each([
      ['40 blanks', ' '.repeat(40)],
      ['blanks of all kinds', ' \t\u00a0\u2003'.repeat(20)],
      ['one key held down', 'x'.repeat(64)],
      ['two keys', '0110100110010110'.repeat(4)],
      ['seven letters in 40', 'abcdefgabcdegfabdcefgacbdefgbacdefgabced'],
      ['a word again and again', 'changeit'.repeat(4)],
      ['digits in their order, again and again', '1234567890'.repeat(4)],
      ['a sentence twice', 'a sentence of some words '.repeat(2)],
      ['a word again and again, and a digit', `${'changeme'.repeat(4)}1`],
      ['a word again and again, counted', 'changeme1changeme2changeme3changeme4'],
      ['digits again and again, and a line end', '01234567890123456789012345678901\n'],
      ['a piece of some length twice', 'your-256-bit-secret-your-256-bit-secret'],
      ['each letter twice', 'aabbccddaabbccddaabbccddeeffgghh'],
      ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
      ['the alphabet backwards', '9876543210ZYXWVUTSRQPONMLKJIHGFEDCBA'],
      ['the keys in their rows', 'qwertyuiopasdfghjklzxcvbnm123456'],
      ['letters between blanks', `${' '.repeat(30)}secret`],
      ['31 good characters', 'kq83hfZ0pLw7dXn2vRb5tYc9mJs1gAe'],
    ])('%s', (_what, text) => {
      for (const key of ['JWT_SECRET', 'JWT_SECRET_PREVIOUS']) {
        const problems = problemsOf({ ...LEAST, [key]: text });
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatch(
          new RegExp(`^${key} (can be guessed|must have 32 characters at least): `),
        );
      }
    });

    test('says how to make one', () => {
      expect(problemsOf({ ...LEAST, JWT_SECRET: ' '.repeat(40) })).toEqual([
        'JWT_SECRET can be guessed: make one with `openssl rand -base64 48`',
      ]);
      expect(problemsOf({ ...LEAST, METRICS_TOKEN: ' '.repeat(16) })).toEqual([
        'METRICS_TOKEN can be guessed: make one with `openssl rand -base64 24`',
      ]);
    });

    test('but whatever chance makes', () => {
      // Of forty digits chance leaves three out once in 13,000; of sixty-four, once in seventy million.
      const digits = () => Array.from({ length: 64 }, () => randomInt(10)).join('');
      for (let round = 0; round < 1_000; round++)
        for (const text of [
          randomBytes(16).toString('hex'),
          randomBytes(24).toString('base64'),
          randomUUID(),
          digits(),
          'correct horse battery staple, said nobody',
        ])
          expect(problemsOf({ ...LEAST, JWT_SECRET: text })).toEqual([]);
    });
  });

  test('lets nobody be without a way in, and takes a provider with all that it needs', () => {
    expect(problemsOf({ ...LEAST, PASSWORDS: 'false' })).toEqual([
      'PASSWORDS is false, so nobody could sign in: set OIDC_ISSUER',
    ]);
    const OIDC_ISSUER = 'https://login.example';
    expect(problemsOf({ ...LEAST, OIDC_ISSUER })).toEqual([
      'OIDC_CLIENT_ID is required with OIDC_ISSUER',
      'PUBLIC_URL is required with OIDC_ISSUER',
    ]);
    const whole = { OIDC_ISSUER, OIDC_CLIENT_ID: 'carillon', PUBLIC_URL: 'https://bells.example' };
    expect(problemsOf({ ...LEAST, ...whole, PASSWORDS: 'false' })).toEqual([]);
    expect(problemsOf({ ...LEAST, ...whole, OIDC_ISSUER: 'login.example' })).toEqual([
      'OIDC_ISSUER must be an https:// address',
    ]);
  });

  test('takes no port twice', () => {
    expect(problemsOf({ ...LEAST, METRICS_PORT: '4000' })).toEqual(['METRICS_PORT must not be PORT']);
    expect(problemsOf({ ...LEAST, METRICS_PORT: '4001', PORT: '4001' })).toHaveLength(1);
    expect(problemsOf({ ...LEAST, METRICS_PORT: '4001' })).toEqual([]);
  });

  test('takes origins only: scheme, host and port', () => {
    const origins = (text: string) => readConfig({ ...LEAST, ALLOWED_ORIGINS: text }).ALLOWED_ORIGINS;
    expect(origins(' https://a.example , http://localhost:3000,')).toEqual([
      'https://a.example',
      'http://localhost:3000',
    ]);
    for (const text of ['*', 'a.example', 'https://a.example/', 'https://a.example/x', 'https://*.example/'])
      expect(problemsOf({ ...LEAST, ALLOWED_ORIGINS: text })).toHaveLength(1);
  });

  test.each([
    ['', 0],
    ['false', 0],
    ['0', 0],
    ['true', 1],
    ['1', 1],
    ['2', 2],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/8, 127.0.0.1  fd00::/8,', ['10.0.0.0/8', '127.0.0.1', 'fd00::/8']],
  ])('reads TRUST_PROXY=%j as %j', (text, trusted) => {
    expect(readConfig({ ...LEAST, TRUST_PROXY: text }).TRUST_PROXY).toEqual(trusted);
  });

  test.each([
    'yes',
    '-1',
    '1.5',
    '100',
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0/8',
    '::1/129',
    '1, 2',
    ',',
    'true, 1',
  ])('refuses TRUST_PROXY=%j', (text) => {
    expect(problemsOf({ ...LEAST, TRUST_PROXY: text })).toEqual([
      expect.stringContaining('TRUST_PROXY must be a number of proxies'),
    ]);
  });

  test.each([
    ['carillon@localhost', '', 'carillon@localhost'],
    ['Carillon <bells@example.com>', 'Carillon', 'bells@example.com'],
    ['<bells@example.com>', '', 'bells@example.com'],
    ['  Söhne & 🎉, Inc.  <bells@bücher.example> ', 'Söhne & 🎉, Inc.', 'bells@bücher.example'],
    ['"Bells, \\\"Inc.\\\" <x>" <bells@example.com>', 'Bells, "Inc." <x>', 'bells@example.com'],
    ['sam@example.com <bells@example.com>', 'sam@example.com', 'bells@example.com'],
  ])('e-mails are from %s', (text, name, address) => {
    expect(readConfig({ ...LEAST, MAIL_FROM: text }).MAIL_FROM).toEqual({ name, address });
  });

  test('e-mails are from Carillon where nothing else is said', () => {
    expect(readConfig(LEAST).MAIL_FROM).toEqual({ name: 'Carillon', address: 'carillon@localhost' });
  });

  test.each([
    'nonsense',
    'Carillon',
    'bells@',
    'bells@example..com',
    'a@example.com, b@example.com',
    'A <a@example.com>, B <b@example.com>',
    'A <a@example.com> b@example.com',
    'Bells <nonsense>',
    'Bells <>',
    'Bells <bells@example.com',
    'Bells bells@example.com',
    '"Bells <bells@example.com>',
    '"Be"lls <bells@example.com>',
    'Be\nlls <bells@example.com>',
    'Bells <bells@example.com\r\nBcc: sam@example.com>',
    'Bells: bells@example.com;',
    `${'x'.repeat(201)} <bells@example.com>`,
  ])('e-mails are not from %j', (text) => {
    expect(problemsOf({ ...LEAST, MAIL_FROM: text })).toEqual([
      'MAIL_FROM must be one e-mail address, or a name and one: Carillon <carillon@example.com>',
    ]);
  });

  test.each([
    [
      'SMTP_URL',
      ['smtp://h', 'smtps://u:p%23%2F@h.example:465', 'smtp://[::1]:25/', 'smtp://h?tls.servername=x'],
    ],
    ['PUBLIC_URL', ['https://h.example', 'http://h:8080/', 'https://bücher.example/carillon/']],
  ])('%s may be', (key, urls) => {
    for (const url of urls) expect(problemsOf({ ...LEAST, [key]: url })).toEqual([]);
  });

  test.each([
    [
      'SMTP_URL',
      ['h', 'h:25', 'smtp:h', 'smtp://', 'smtp://:25', 'smtp:///x', 'smtp://h:0', 'smtp://h:70000'],
    ],
    [
      'SMTP_URL',
      ['http://h', 'smtp://u:p#x@h', 'smtp://p#x@h', 'smtp://u:p/x@h', 'smtp://u/x@h', 'smtp://a b'],
    ],
    [
      'PUBLIC_URL',
      ['h', 'ftp://h', 'https://', 'https://h/?x', 'https://h/#x', `https://h/${'x'.repeat(500)}`],
    ],
    ['PUBLIC_URL', [`https://h/${'é'.repeat(90)}`]],
  ])('%s may not be', (key, urls) => {
    for (const url of urls) {
      const problems = problemsOf({ ...LEAST, [key]: url });
      expect({ url, problems }).toEqual({ url, problems: [expect.stringMatching(`^${key} must be an? `)] });
    }
  });

  test('cannot be changed once it is read', () => {
    const config = readConfig(LEAST) as { PORT: number };
    expect(() => (config.PORT = 1)).toThrow(TypeError);
  });
});

test('.env.example describes each variable, and nothing that is not read', () => {
  const lines = readFileSync(inRepository('.env.example'), 'utf8').split('\n');
  const assigned = lines.flatMap((line, index) =>
    /^[A-Z_]+=/.test(line) ? [{ line, above: lines[index - 1]! }] : [],
  );
  expect(assigned.filter(({ above }) => !above.startsWith('# '))).toEqual([]);
  const keys = assigned.map(({ line }) => line.split('=')[0]);
  // Read by docker-compose.yml alone.
  expect(keys.sort()).toEqual([...configKeys, 'POSTGRES_PASSWORD'].sort());
});
