import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, send, submit } from '../../support/acts.ts';
import { deliveriesOf, newReader } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { changePreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL: 'https://carillon.example.com/' });
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

interface Ref {
  type: string;
  id: string;
}

const ask = (token: string, as: 'muteSubject' | 'unmuteSubject', subject: Ref) =>
  server.ask<Record<string, { preferences: { mutedSubjects: object[] } }>>(
    `mutation ($subject: SubjectRef!) {
      ${as}(subject: $subject) { preferences { mutedSubjects { type subjectId label url } } }
    }`,
    { subject },
    token,
  );
const mute = async (token: string, subject: Ref) =>
  (await dataOf(ask(token, 'muteSubject', subject))).muteSubject!.preferences.mutedSubjects;
const unmute = async (token: string, subject: Ref) =>
  (await dataOf(ask(token, 'unmuteSubject', subject))).unmuteSubject!.preferences.mutedSubjects;

const INVOICE = { type: 'invoice', id: '7' };
const told = (subject: Ref) => expect.objectContaining({ type: subject.type, subjectId: subject.id });

describe('a subject that is muted', () => {
  test('neither rings nor is sent, but what is critical, and is in the inbox', async () => {
    const reader = await newReader(server);
    const other = await newReader(server);
    expect(await mute(reader.token, INVOICE)).toEqual([told(INVOICE)]);
    const about = async ({ id, token }: typeof reader, more: object) => {
      const sent = await send(server, id, more);
      const { IN_APP, EMAIL } = await deliveriesOf(server, { token }, sent);
      return [IN_APP!.reason, EMAIL!.status, EMAIL!.reason];
    };
    const GOES_OUT = [null, 'WAITING', null];
    expect(await about(reader, { subject: INVOICE })).toEqual(['MUTED', 'SKIPPED', 'MUTED']);
    expect(await about(reader, { subject: INVOICE, severity: 'URGENT' })).toEqual([
      'MUTED',
      'SKIPPED',
      'MUTED',
    ]);
    expect(await about(reader, { subject: INVOICE, category: 'account' })).toEqual(GOES_OUT);
    expect(await about(reader, { subject: { type: 'bill', id: '7' } })).toEqual(GOES_OUT);
    expect(await about(reader, { subject: { type: 'invoice', id: '70' } })).toEqual(GOES_OUT);
    expect(await about(reader, {})).toEqual(GOES_OUT);
    expect(await about(other, { subject: INVOICE })).toEqual(GOES_OUT);
    expect(await unmute(reader.token, INVOICE)).toEqual([]);
    expect(await about(reader, { subject: INVOICE })).toEqual(GOES_OUT);
  });

  test('may be muted twice, and need not have been heard of', async () => {
    const token = candidate('mutes');
    const [a, b] = [
      { type: 'constructor', id: '__proto__' },
      { type: '__proto__', id: 'constructor' },
    ];
    await mute(token, a);
    await mute(token, a);
    expect(await mute(token, b)).toEqual(expect.arrayContaining([told(a), told(b)]));
    await unmute(token, a);
    expect(await unmute(token, a)).toEqual([told(b)]);
  });

  test('is the same application however its id is written and whichever way it was muted', async () => {
    const token = candidate('mutes one');
    const id = await submit(server, 'mutes one', 'decides');
    const muted = await mute(token, { type: 'application', id: id.toUpperCase() });
    expect(muted).toEqual([told({ type: 'application', id })]);
    const { mutedApplications } = await changePreferences(server, token, `muteApplication(id: "${id}")`);
    expect(mutedApplications).toMatchObject([{ id, isMuted: true }]);
    await changePreferences(server, token, `unmuteApplication(id: "${id}")`);
    expect(await unmute(token, INVOICE)).toEqual([]);
    await changePreferences(server, token, `muteApplication(id: "${id}")`);
    expect(await unmute(token, { type: 'application', id })).toEqual([]);
  });

  test.each([
    ['subject.type', { type: '', id: '7' }],
    ['subject.type', { type: 'x'.repeat(101), id: '7' }],
    ['subject.id', { type: 'invoice', id: '\0' }],
    ['subject.id', { type: 'invoice', id: 'x'.repeat(256) }],
  ])('cannot be what nothing can be about (%s)', async (field, subject) => {
    for (const as of ['muteSubject', 'unmuteSubject'] as const)
      expect(await ask(candidate('mutes'), as, subject)).toMatchObject({
        code: 'BAD_USER_INPUT',
        data: { [as]: null },
        errors: [{ extensions: { field } }],
      });
  });
});
