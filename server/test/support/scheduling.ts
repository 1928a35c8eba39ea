// What services have sent later, and what of that is due, in tests.
import { SendService } from '../../src/sending/send.service.ts';
import { sendSetup } from '../../src/sending/add-notifications.ts';
import { sendDue } from '../../src/schedules/send-due.ts';
import { Settling } from '../../src/requests/settling.ts';
import type { Database } from '../../src/platform/postgres/database.ts';
import { emailChannel } from '../../src/email/email.channel.ts';
import { dataOf } from './acts.ts';
import { catalogueOf } from './catalogue.ts';
import type { Answering, TestServer } from './server.ts';
import { service } from './token.ts';
import { inAnHour } from './triage.ts';

export interface Scheduled {
  id: string;
  at: string;
  state: string;
  recipientId: string;
  notificationId: string | null;
  failure: string | null;
  createdAt: string;
}

const SCHEDULED = 'id at state recipientId notificationId failure createdAt';
const REMINDER = { type: 'reminder', title: 'Your course begins', message: 'In room 4.' };

/** Gives the whole answer. */
export const schedule = (server: Answering, input: object, at: string, token = service()) =>
  server.ask<{ scheduleNotification: { scheduled: Scheduled } }>(
    `mutation ($input: CreateNotificationInput!, $at: DateTime!) {
      scheduleNotification(input: $input, at: $at) { scheduled { ${SCHEDULED} } }
    }`,
    { input: { ...REMINDER, ...input }, at },
    token,
  );

export const cancelScheduled = (server: Answering, id: string, token = service()) =>
  server.ask<{ cancelScheduled: { scheduled: Scheduled } }>(
    `mutation ($id: ID!) { cancelScheduled(id: $id) { scheduled { ${SCHEDULED} } } }`,
    { id },
    token,
  );

export interface ScheduledPage {
  scheduled: { edges: { cursor: string; node: Scheduled }[]; pageInfo: Record<string, unknown> };
}

/** Gives the whole answer. */
export const listScheduled = (server: Answering, variables: object = {}, token = service()) =>
  server.ask<ScheduledPage>(
    `query ($first: Int, $after: String, $state: ScheduledState) {
      scheduled(first: $first, after: $after, state: $state) {
        edges { cursor node { ${SCHEDULED} } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    variables,
    token,
  );

/** The same where it must succeed. */
export async function mustSchedule(
  server: Answering,
  input: object,
  at = inAnHour(),
  token = service(),
): Promise<Scheduled> {
  return (await dataOf(schedule(server, input, at, token))).scheduleNotification.scheduled;
}

export const nodesListed = async (
  server: Answering,
  variables?: object,
  token?: string,
): Promise<Scheduled[]> =>
  (await dataOf(listScheduled(server, variables, token))).scheduled.edges.map(({ node }) => node);

/** As if the moments of these had come. */
export const makeDue = (server: Pick<TestServer, 'sql'>, ids: readonly string[]) =>
  server.sql(`update scheduled_sends set at = now() - interval '1 s' where id = any($1::uuid[])`, [ids]);

/** To send as a replica without channels does, which knows no declared types. */
export const plainSetup = () =>
  sendSetup(catalogueOf(), [emailChannel({ isSetUp: false, afterMinutes: 10 }, 9)]);

/**
 * As a replica's sweep does, without waiting for it; it knows no declared types. The server's own may be quicker.
 * @param troubles where they are kept; there may be none if not said
 */
export async function sweepDue(database: Database, troubles?: unknown[]): Promise<void> {
  const met: unknown[] = troubles ?? [];
  const announce = () => undefined;
  const settling = new Settling(database, announce);
  const many = { followed: () => [], announce };
  const sender = new SendService(database, announce, plainSetup(), settling, many);
  await sendDue(database, { sender, onTrouble: (error) => void met.push(error) });
  if (!troubles && met.length > 0) throw met[0];
}
