import { send } from './acts.ts';
import type { Answering, TestServer } from './server.ts';
import { until } from './until.ts';

export interface Rehearsal {
  days: number;
  lookedAtCount: number;
  isComplete: boolean;
  channels: ({ channel: string } & Counts)[];
  examples: { id: string; title: string }[];
}
interface Counts {
  moreCount: number;
  fewerCount: number;
  fewerReadCount: number;
  movedCount: number;
  unknownCount: number;
}

const REHEARSAL = `query ($change: PreferenceChangeInput!) {
  rehearsal(change: $change) {
    days lookedAtCount isComplete examples { id title }
    channels { channel moreCount fewerCount fewerReadCount movedCount unknownCount }
  }
}`;

export const askRehearsal = (server: Answering, token: string, change: object) =>
  server.ask<{ rehearsal: Rehearsal }>(REHEARSAL, { change }, token);

const NOTHING: Counts = {
  moreCount: 0,
  fewerCount: 0,
  fewerReadCount: 0,
  movedCount: 0,
  unknownCount: 0,
};
/** Of a change that is about ringing and e-mails. */
export const counts = (ring: Partial<Counts>, email: Partial<Counts>) => [
  { channel: 'IN_APP', ...NOTHING, ...ring },
  { channel: 'EMAIL', ...NOTHING, ...email },
];

/** Until all that is not held is sent or skipped. */
export const settled = (server: TestServer, userId: string) =>
  until(async () => {
    const open = await server.sql(
      `select from deliveries where user_id = $1 and state in ('WAITING', 'SENDING') and pace is null`,
      [userId],
    );
    return open.length === 0;
  });

/** Sends each of these, and waits until it is settled. @returns their ids */
export async function tellOf(
  server: TestServer,
  userId: string,
  titles: readonly string[],
  more: object = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) ids.push(await send(server, userId, { title, ...more }));
  await settled(server, userId);
  return ids;
}

const clock = (minutesAway: number) =>
  new Date(Date.now() + minutesAway * 60_000).toISOString().slice(11, 16);
export const QUIET_NOW = () => `from: "${clock(-60)}", until: "${clock(60)}"`;
