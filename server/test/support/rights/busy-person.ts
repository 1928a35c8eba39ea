// Somebody who has used everything there is, so that there is something of them wherever anything is kept.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Subscribed } from '../../../local/mail/subscribed.ts';
import { hashPassword } from '../../../src/sessions/sign-in/password.ts';
import { APPROVE, ask, perform, questionsTo, settle } from '../actions.ts';
import { dataOf, decide, send, submit } from '../acts.ts';
import { merge } from '../offline.ts';
import { register as registerPush, type PushStage } from '../push/push-service.ts';
import type { Answering, TestServer } from '../server.ts';
import { trySignIn } from '../sign-in.ts';
import { confirm, newNumber, setNumber, type SmsStage } from '../sms/provider.ts';
import { candidate, instructor, mint } from '../token.ts';
import { act, undo } from '../triage.ts';
import { registered } from '../webhooks/receiver.ts';

export type Stage = Answering & Pick<TestServer, 'sql'>;

export interface BusyPerson {
  readonly id: string;
  readonly token: string;
  readonly email: string;
  readonly number: string;
  readonly device: Subscribed;
  /** All that says who they are, or that they or others wrote to or about them. Each begins with `mark`. */
  readonly mark: string;
  /** Anything of theirs, wherever it stands. */
  readonly needles: readonly string[];
}

export interface Others {
  readonly candidate: string;
  readonly instructor: string;
  readonly colleague: string;
}

const PASSWORD = 'a long one of their own';

export async function newBusyPerson(server: Stage, sms: SmsStage, push: PushStage): Promise<BusyPerson> {
  const mark = `zq${randomBytes(5).toString('hex')}`;
  const [id, email] = [`${mark}-id`, `${mark}@example.com`];
  const token = candidate(id, { email, name: `${mark} Name` });
  await dataOf(server.ask('{ inbox { id } }', {}, token));
  const number = newNumber();
  await dataOf(setNumber(server, { token }, number));
  await dataOf(confirm(server, { token }, sms.codeTo(number)));
  const device = push.browser();
  await dataOf(registerPush(server, { token }, device));
  await server.sql('update users set password_hash = $2 where id = $1', [id, await hashPassword(PASSWORD)]);
  const needles = [mark, number, new URL(device.endpoint).pathname];
  return { id, token, email, number, device, mark, needles };
}

export const signInAs = (server: Stage, { email }: BusyPerson) => trySignIn(server.url, email, PASSWORD);

/** As a candidate, an instructor, and somebody with preferences. */
export async function actAsUser(server: Stage, person: BusyPerson, others: Others): Promise<void> {
  const { id, mark } = person;
  const token = instructor(id, { email: person.email, name: `${mark} Name` });
  await submit(server, id, others.instructor, `${mark} submitted`);
  const theirs = await submit(server, others.candidate, id, 'For them to decide');
  await submit(server, others.candidate, id, 'For them to leave open');
  await dataOf(
    server.ask(
      `mutation ($id: ID!, $reason: String) { rejectApplication(id: $id, reason: $reason) { application { id } } }`,
      { id: theirs, reason: `${mark} rejected` },
      token,
    ),
  );
  const decided = await submit(server, id, others.instructor, `${mark} was decided`);
  await dataOf(decide(server, instructor(others.instructor), decided));
  for (const change of [
    `muteSubject(subject: { type: "leave", id: "${mark}-muted" })`,
    'setLanguage(language: DE)',
    'setTimeZone(timeZone: "Europe/Berlin")',
    'setQuietHours(from: "01:00", until: "01:30", timeZone: "Europe/Berlin")',
    'setChannelPreference(category: "general", channel: SMS, isOn: true)',
    'setPace(category: "weekly", channel: EMAIL, pace: WEEKLY)',
  ])
    await dataOf(server.ask(`mutation { ${change} { preferences { id } } }`, {}, token));
}

/** As a reader: each state, each act, also offline. */
export async function actAsReader(server: Stage, { id, token, mark }: BusyPerson): Promise<void> {
  const about = (title: string) => ({
    title: `${mark} ${title}`,
    message: `${mark} was told`,
    data: { text: `${mark} in data` },
    subject: { type: 'leave', id: `${mark}-subject`, label: `${mark} subject` },
    actor: { id: 'boss', name: `${mark} has a boss` },
    idempotencyKey: `${mark} ${title}`,
  });
  const ids: string[] = [];
  for (const title of ['read', 'archived', 'deleted', 'snoozed', 'pinned', 'brought back', 'offline', 'new'])
    ids.push(await send(server, id, about(title)));
  const [read, archived, deleted, snoozed, pinned, broughtBack, offline] = ids as [string, ...string[]];
  await act(server, token, 'READ', [read]);
  await act(server, token, 'ARCHIVE', [archived!]);
  await act(server, token, 'DELETE', [deleted!]);
  await act(server, token, 'SNOOZE', [snoozed!]);
  await act(server, token, 'PIN', [pinned!]);
  const { undoId } = await act(server, token, 'DELETE', [broughtBack!]);
  await undo(server, token, undoId);
  const inbox = await dataOf(
    server.ask<{ inbox: { counts: { epoch: string; seq: number } } }>(
      '{ inbox { counts { epoch seq } } }',
      {},
      token,
    ),
  );
  const { epoch, seq: sawSeq } = inbox.inbox.counts;
  const waiting = { id: randomUUID(), act: 'READ' as const, ids: [offline!], epoch, sawSeq };
  await dataOf(merge(server, token, randomUUID(), [waiting]));
}

/** As who did something, answered something, sent something, in others' inboxes. */
export async function actUponOthers(
  server: Stage,
  { id, token, mark, email }: BusyPerson,
  { candidate: one, colleague }: Others,
  hook: string,
): Promise<void> {
  const actor = { id, name: `${mark} Name`, imageUrl: `https://img.example/${mark}.png` };
  await send(server, colleague, { actor, title: 'Somebody did it' });
  for (const who of [actor, { id: 'ben', name: 'Ben' }, { id: 'cleo', name: 'Cleo' }])
    await send(server, colleague, { actor: who, groupKey: 'likes', title: 'Liked' });
  await ask(server, [id, colleague], { requestKey: 'here', subject: { type: 'leave', id: '7' } });
  const [question] = await questionsTo(server, token);
  await dataOf(perform(server, token, question!.id, 'reject', `${mark} commented`));
  const elsewhere = { type: 'leave', id: '8' };
  await ask(server, [colleague], { requestKey: 'elsewhere', subject: elsewhere });
  await dataOf(
    settle(server, {
      ...{ subject: elsewhere, requestKey: 'elsewhere', actionId: 'reject' },
      ...{ actor: { id, name: `${mark} Name` }, comment: `${mark} said elsewhere` },
    }),
  );
  const admin = mint({ sub: id, role: 'ADMIN', name: `${mark} Name`, email });
  await registered(server, admin, hook, ['PREFERENCES_CHANGED']);
  const input = { type: 'note', title: 'From an admin', message: 'To all', idempotencyKey: 'admins' };
  await dataOf(
    server.ask(
      'mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }',
      { input: { ...input, recipientIds: [one, colleague], actions: [APPROVE] } },
      admin,
    ),
  );
}
