import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, follow, listOf, send } from '../../support/acts.ts';
import { bringForward } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { PushStage } from '../../support/push/push-service.ts';
import {
  actAsReader,
  actAsUser,
  actUponOthers,
  newBusyPerson,
  signInAs,
  type BusyPerson,
  type Stage,
} from '../../support/rights/busy-person.ts';
import { admin, askToErase, erase, exportOf } from '../../support/rights/rights.ts';
import { tracesOf } from '../../support/rights/traces.ts';
import { miscounted } from '../../support/settling.ts';
import { SmsStage } from '../../support/sms/provider.ts';
import { ServerProcesses } from '../../support/server-processes.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { hooking, Receiver, registered } from '../../support/webhooks/receiver.ts';

const others = { candidate: 'ana', instructor: 'iris', colleague: 'ben' };

let smtp: SmtpStage;
let sms: SmsStage;
let push: PushStage;
let receiver: Receiver;
let replicas: ServerProcesses;
let server: Stage & ServerProcess;
let person: BusyPerson;

beforeAll(async () => {
  [smtp, sms, push] = await Promise.all([SmtpStage.open(), SmsStage.open(), PushStage.open()]);
  receiver = new Receiver();
  await receiver.up();
  const settings = { ...smtp.settings, ...sms.settings, ...push.settings, WEBHOOK_PRIVATE_ADDRESSES: 'true' };
  replicas = await ServerProcesses.open(settings);
  server = { ...(await replicas.start()), sql: replicas.sql };
}, 30_000);

afterAll(async () => {
  await replicas.close();
  await Promise.all([smtp.down(), sms.down(), push.down(), receiver.down()]);
});

/** Copies, and what leads to what an export has: it is not exported a second time. */
const COPIES = [
  'notification_words.user_id',
  'notification_words.words',
  // That something was there, which the acts say.
  'tombstones.user_id',
  'restorations.user_id',
  '_private_jobs.payload',
  '_private_jobs.key',
];

test('everything that is kept of somebody is in their export, and nowhere once they were erased', async () => {
  person = await newBusyPerson(server, sms, push);
  const { id, mark, token, needles } = person;
  await registered(server, hooking('grading'), receiver.url, ['NOTIFICATION_READ', 'NOTIFICATION_ACTED']);
  await registered(server, admin, receiver.url, ['PREFERENCES_CHANGED']);
  await receiver.down(); // what is told of them waits
  const { data } = await signInAs(server, person);
  expect(data.signIn).not.toBeNull();
  await actAsUser(server, person, others);
  await actAsReader(server, person);
  await bringForward(server, id);
  await until(() => smtp.to(person.email).length > 0);
  await actUponOthers(server, person, others, receiver.url);
  await send(server, id, { title: `${mark} waits`, message: 'For its e-mail' });
  await until(async () => (await tracesOf(server, needles))['notification_words.words']);

  const traces = await tracesOf(server, needles);
  const exported = await exportOf(server, admin, id);
  expect(exported).toMatchObject({ userId: id, data: { users: [{ id, email: person.email }] } });
  expect(await exportOf(server, token)).toMatchObject({ userId: id });
  const without = Object.keys(traces).filter((place) => {
    const table = place.split('.')[0]!;
    const rows = exported.data[table] ?? exported.data[`graphile_worker.${table}`] ?? [];
    return rows.length === 0 && !COPIES.includes(place);
  });
  expect(without).toEqual([]);
  const said = JSON.stringify(exported);
  for (const words of ['submitted', 'rejected', 'was told', 'in data', 'subject', 'muted', 'commented'])
    expect(said).toContain(`${mark}`.concat(words === 'muted' || words === 'subject' ? '-' : ' ', words));
  for (const needle of needles) expect(said).toContain(needle);

  const ben = await follow(server, candidate(others.colleague));
  await erase(server, id);
  // Words of others' notifications are taken in anew a moment later.
  await until(async () => Object.keys(await tracesOf(server, needles)).length === 0).catch(() => undefined);
  expect(await tracesOf(server, needles)).toEqual({});
  expect(await miscounted(server)).toEqual([]);
  const rows = await listOf(server, candidate(others.colleague), { state: 'ALL' });
  await until(() => {
    const told = new Map(
      ben.events.flatMap(({ inboxChanges }) => inboxChanges.upserted).map((row) => [row.id, row.changeSeq]),
    );
    return rows.some(({ id: row, changeSeq }) => told.get(row) === changeSeq);
  });
  const inLog = server.log.filter((line) => needles.some((needle) => line.includes(needle)));
  expect(inLog).toEqual([]);
}, 60_000);

test('others see what an erased one did as done by somebody without a name', async () => {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Record<string, unknown> }[] } }>(
      `{ notifications(first: 50, filter: { state: ALL }) { edges { node {
        title actor { actorId name imageUrl } actors { name } actorCount outcome { by { actorId name } comment } } } } }`,
      {},
      candidate(others.colleague),
    ),
  );
  const nodes = notifications.edges.map(({ node }) => node);
  const nameless = { actorId: null, name: '' };
  expect(nodes).toContainEqual(
    expect.objectContaining({ title: 'Somebody did it', actor: { ...nameless, imageUrl: null } }),
  );
  expect(nodes).toContainEqual(
    expect.objectContaining({ title: 'Liked', actors: [{ name: 'Cleo' }, { name: 'Ben' }], actorCount: 3 }),
  );
  const outcomes = nodes.flatMap(({ outcome }) => outcome ?? []);
  expect(outcomes).toHaveLength(2);
  expect(outcomes).toEqual(outcomes.map(() => ({ by: nameless, comment: null })));
  const told = await listOf(server, candidate(others.candidate), { state: 'ALL' });
  expect(told.map(({ message }) => message)).toContain('Deleted user rejected “For them to decide”.');
});

test('who was erased cannot sign in, and with a token of elsewhere is somebody new', async () => {
  const { data } = await signInAs(server, person);
  expect(data.signIn).toBeNull();
  expect(await listOf(server, candidate(person.id), { state: 'ALL' })).toEqual([]);
  const again = await askToErase(server, person.id);
  expect(again.data.eraseUser!.erasure).toMatchObject({ wasKnown: true, finishedAt: null });
});
