import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, send } from '../../support/acts.ts';
import { bringForward, deliveriesOf, newReader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import {
  answering,
  confirm,
  FIELDS,
  newNumber,
  newPhoned,
  setNumber,
  SmsStage,
  untilSms,
} from '../../support/sms/provider.ts';

let stage: SmsStage;
let server: TestServer;

beforeAll(async () => {
  stage = await SmsStage.open();
  server = await startServer(stage.settings);
});

afterAll(async () => {
  await server.close();
  await stage.down();
});

const read = async (token: string) =>
  (await dataOf(server.ask<{ preferences: object }>(`{ preferences { ${FIELDS} } }`, {}, token))).preferences;

describe('a number', () => {
  test.each([
    ['+49 151 12345678', '+4915112345678'],
    ['+1 (201) 555-0123', '+12015550123'],
    ['+49.151-1234-5679', '+4915112345679'],
  ])('written as %s is %s, and counts once its code was said', async (written, number) => {
    const reader = await newReader(server);
    await dataOf(setNumber(server, reader, written));
    expect(await read(reader.token)).toEqual({
      phoneNumber: number,
      isPhoneNumberConfirmed: false,
      isPhoneNumberStopped: false,
    });
    expect(stage.to(number).at(-1)).toMatch(/^Your code for Carillon is \d{6}\./);
    await dataOf(confirm(server, reader, ` ${stage.codeTo(number)} `));
    expect(await read(reader.token)).toMatchObject({ phoneNumber: number, isPhoneNumberConfirmed: true });
    const taken = stage.taken.length;
    await dataOf(setNumber(server, reader, number));
    expect(stage.taken).toHaveLength(taken);
    await dataOf(setNumber(server, reader, null));
    expect(await read(reader.token)).toMatchObject({ phoneNumber: null, isPhoneNumberConfirmed: false });
  });

  test.each([
    ['nothing', ''],
    ['words', 'call me'],
    ['without its country', '0151 12345678'],
    ['of another country', '+33 6 12 34 56 78'],
    ['of no mobile phone', '+49 30 901820'],
    ['one that costs', '+49 900 1234567'],
    ['too short', '+49 151'],
    ['with an extension', '+1 201 555 0123 ext. 4'],
    ['with more around it', 'my number: +4915112345678'],
    ['very long', `+49${'1'.repeat(10_000)}`],
    ['with something invisible', '+49151\u200b12345678\u0000'],
  ])('that is %s is refused', async (_what, written) => {
    const reader = await newReader(server);
    expect(await setNumber(server, reader, written)).toMatchObject({
      code: 'BAD_USER_INPUT',
      data: { setPhoneNumber: null },
    });
    expect(await read(reader.token)).toMatchObject({ phoneNumber: null });
  });

  test('gets three codes in an hour, whoever asks', async () => {
    const number = newNumber();
    const readers = await Promise.all([1, 2, 3, 4].map(() => newReader(server)));
    for (const reader of readers.slice(0, 3)) await dataOf(setNumber(server, reader, number));
    expect(await setNumber(server, readers[3]!, number)).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await read(readers[3]!.token)).toMatchObject({ phoneNumber: null });
  });

  test('is its owner’s alone, in no answer to others', async () => {
    const reader = await newPhoned(server, stage);
    const other = await newReader(server);
    expect(await read(other.token)).toMatchObject({ phoneNumber: null });
    expect(JSON.stringify(await confirm(server, other, '123456'))).not.toContain(reader.number);
  });
});

describe('a code', () => {
  test('holds for five tries, also at once', async () => {
    const reader = await newReader(server);
    const number = newNumber();
    await dataOf(setNumber(server, reader, number));
    const code = stage.codeTo(number);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(Array.from({ length: 5 }, () => confirm(server, reader, wrong)));
    expect(tries.map((answer) => answer.code)).toEqual(Array.from({ length: 5 }, () => 'BAD_USER_INPUT'));
    expect(await confirm(server, reader, code)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await read(reader.token)).toMatchObject({ isPhoneNumberConfirmed: false });
  });

  test('holds for ten minutes', async () => {
    const reader = await newReader(server);
    const number = newNumber();
    await dataOf(setNumber(server, reader, number));
    await server.sql(
      `update phone_numbers set code_expires_at = code_expires_at - interval '10 min' where user_id = $1`,
      [reader.id],
    );
    expect(await confirm(server, reader, stage.codeTo(number))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('is for its number and its user, and stands nowhere', async () => {
    const [one, other] = [await newReader(server), await newReader(server)];
    const [first, second] = [newNumber(), newNumber()];
    await dataOf(setNumber(server, one, first));
    const code = stage.codeTo(first);
    await dataOf(setNumber(server, other, second));
    if (stage.codeTo(second) !== code)
      expect(await confirm(server, other, code)).toMatchObject({ code: 'BAD_USER_INPUT' });
    await dataOf(setNumber(server, one, second));
    if (stage.codeTo(second) !== code)
      expect(await confirm(server, one, code)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const kept = await server.sql('select * from phone_numbers where user_id = $1', [one.id]);
    expect(JSON.stringify(kept)).not.toContain(stage.codeTo(second));
  });

  test('that cannot be sent is no code', async () => {
    const reader = await newReader(server);
    stage.answer = answering(500);
    expect(await setNumber(server, reader, newNumber())).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    stage.answer = answering(201);
  });
});

describe('what is answered from a number', () => {
  const say = (number: string, Body: string) =>
    stage.tell(server, '/sms/answers', { From: number, To: '+15550001111', Body, MessageSid: 'SM1' });

  test('ends all text messages, also critical ones, until it takes that back', async () => {
    const reader = await newPhoned(server, stage);
    const waiting = await send(server, reader.id);
    expect(await say(reader.number, ' Stop. ')).toBe(200);
    expect(await say(reader.number, 'STOP')).toBe(200);
    expect(await read(reader.token)).toMatchObject({ isPhoneNumberStopped: true });
    await bringForward(server, reader.id);
    await untilSms(server, reader, waiting, { status: 'SKIPPED', reason: 'NO_ADDRESS' });
    const critical = await send(server, reader.id, { category: 'account' });
    expect((await deliveriesOf(server, reader, critical)).SMS).toMatchObject({ reason: 'NO_ADDRESS' });
    expect(await say(reader.number, 'start')).toBe(200);
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: 'SENT' });
  });

  test('is no more than talk where it is not the whole of it, or of nobody’s number', async () => {
    const reader = await newPhoned(server, stage);
    for (const talk of ['please do not stop', '', 'stop it', 'x'.repeat(10_000)])
      expect(await say(reader.number, talk)).toBe(200);
    expect(await say(newNumber(), 'STOP')).toBe(200);
    expect(await read(reader.token)).toMatchObject({ isPhoneNumberStopped: false });
  });

  test('counts only if the provider has signed it', async () => {
    const reader = await newPhoned(server, stage);
    const fields = { From: reader.number, Body: 'STOP' };
    for (const forged of [
      { token: 'guessed' },
      { url: 'https://evil.example/sms/answers' },
      { fields: { ...fields, From: newNumber() } },
      { fields: { Body: 'STOP' } },
    ])
      expect(await stage.tell(server, '/sms/answers', fields, forged)).toBe(403);
    const unsigned = await fetch(`${server.url}/sms/answers`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect(unsigned.status).toBe(403);
    expect(await read(reader.token)).toMatchObject({ isPhoneNumberStopped: false });
  });
});

describe('what became of a message', () => {
  const receipt = (id: string, status: string, code?: string) =>
    stage.tell(server, `/sms/receipts/${id}`, { MessageStatus: status, ...(code && { ErrorCode: code }) });

  const sent = async () => {
    const reader = await newPhoned(server, stage);
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilSms(server, reader, id, { status: 'SENT' });
    const { pathname } = new URL(stage.taken.at(-1)!.form.get('StatusCallback')!);
    return { reader, id, messageId: pathname.split('/').at(-1)! };
  };

  test('is told: it has come', async () => {
    const { reader, id, messageId } = await sent();
    for (const status of ['queued', 'sent', 'delivered', 'delivered'])
      expect(await receipt(messageId, status)).toBe(200);
    expect((await deliveriesOf(server, reader, id)).SMS).toMatchObject({
      status: 'SENT',
      detail: 'Delivered',
    });
  });

  test('or it could not, which ends it', async () => {
    const { reader, id, messageId } = await sent();
    for (const _twice of [1, 2]) expect(await receipt(messageId, 'undelivered', '30003')).toBe(200);
    expect(await receipt(messageId, 'delivered')).toBe(200);
    expect((await deliveriesOf(server, reader, id)).SMS).toMatchObject({
      status: 'FAILED',
      reason: 'REFUSED',
      detail: 'Not delivered (error 30003)',
    });
  });

  test('of a message that is none of ours nothing is known', async () => {
    for (const id of ['x', '00000000-0000-7000-8000-000000000000', '..%2f', '%00'])
      expect(await receipt(id, 'failed')).toBeLessThan(500);
  });
});

test('where no provider is configured there is no number to be set, and nothing to answer to', async () => {
  const without = await startServer();
  const reader = await newReader(without);
  expect(await setNumber(without, reader, '+4915112345678')).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await dataOf(without.ask('{ smsCountries }', {}, reader.token))).smsCountries).toEqual([]);
  expect(await stage.tell(without, '/sms/answers', { From: '+1', Body: 'STOP' })).toBe(404);
  const id = await send(without, reader.id);
  expect(Object.keys(await deliveriesOf(without, reader, id))).toEqual(['IN_APP', 'EMAIL']);
  await without.close();
});
