import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listOf, send, submit } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, instructor, service } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const invisible: Record<string, string> = {
  blanks: ' \t\n\u00a0\u2003\u3000',
  'a zero width space': '\u200b',
  'zero width joiners': '\u200d\u200c',
  'a braille blank': '\u2800',
  'Hangul fillers': '\u3164\u115f\u1160\uffa0',
  'variation selectors': '\ufe0f\ufe0e\u{e0100}',
  tags: '\u{e0067}\u{e0062}\u{e007f}',
  'direction controls': '\u202e\u2066\u2069\u200f\u061c',
  'invisible signs': '\u2062\u2063\u2064',
  'soft hyphens': '\u00ad\u00ad',
  'a byte order mark': '\ufeff',
  'a combining mark without a letter': '\u0301',
  'a grapheme joiner': '\u034f',
  'line separators': '\u2028\u2029',
  'annotation marks': '\ufff9\ufffa\ufffb',
  'the place of an object': '\ufffc',
  'a note without a head': '\u{1d159}',
  'blanks among hieroglyphs': '\u{13441}\u{13442}',
  'a mix of all': ' \u200b\u2800\ufe0f\u202e\u3164\u{e0020}\u00ad\n',
};

const CREATE = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }`;
const SUBMIT = `mutation ($input: SubmitApplicationInput!) { submitApplication(input: $input) { application { id } } }`;
const CHOOSE = `mutation ($name: String!) {
  setChannelPreference(category: $name, channel: EMAIL, isOn: false) { preferences { id } }
}`;
const usual = { recipientId: 'ina', type: 'graded', title: 'Graded', message: 'See the mark.' };

describe.each(Object.entries(invisible))('a text of %s', (_what, text) => {
  test.each(['title', 'message', 'type', 'category', 'recipientId', 'idempotencyKey'])(
    'is no %s',
    async (field) => {
      const answer = await server.ask(CREATE, { input: { ...usual, [field]: text } }, service());
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field } }] });
    },
  );

  test('is no title of an application, and no category to choose about', async () => {
    await server.ask('{ viewer { id } }', {}, instructor('ira'));
    const input = { title: text, instructorId: 'ira' };
    expect((await server.ask(SUBMIT, { input }, candidate('ina'))).code).toBe('BAD_USER_INPUT');
    expect((await server.ask(CHOOSE, { name: text }, candidate('ina'))).code).toBe('BAD_USER_INPUT');
  });

  test('is no reason for a decision, and no name', async () => {
    const id = await submit(server, 'ina', 'ira');
    const { data } = await server.ask<{ rejectApplication: { application: { reason: string | null } } }>(
      `mutation ($id: ID!, $reason: String) { rejectApplication(id: $id, reason: $reason) { application { reason } } }`,
      { id, reason: text },
      instructor('ira'),
    );
    expect(data.rejectApplication.application.reason).toBeNull();
    const viewer = await server.ask<{ viewer: object }>(
      '{ viewer { name } }',
      {},
      candidate('nameless', { name: text }),
    );
    expect(viewer.data.viewer).toEqual({ name: 'nameless' });
  });
});

test.each([
  ['a letter amid what is invisible', '\u200bA\u2800'],
  ['emoji sequences', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️‍🔥 1️⃣ 🏳️‍🌈'],
  ['Arabic with joiners', 'می‌خواهم لله'],
  ['Hindi with joiners', 'क्‍ष श्री'],
  ['combining marks', 'Zoe\u0308 a\u0303\u0301 Z̷a̷l̷g̷o̷'],
  ['text that turns around', 'a \u202eb\u202c c'],
  ['a new sign that this Unicode does not know', '\u{1faef}'],
  ['a sign of one\u2019s own', '\ue000'],
])('%s stays as it is', async (_what, text) => {
  await send(server, 'vera', { title: text, message: text });
  const [newest] = await listOf(server, candidate('vera'));
  expect(newest).toMatchObject({ title: text, message: text });
});
