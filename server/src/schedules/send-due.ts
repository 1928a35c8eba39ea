import { isDatabaseAway, PublicError } from '../platform/errors.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { SendInput } from '../sending/content.ts';
import type { SendService } from '../sending/send.service.ts';

const SENDS_A_BATCH = 100;
/** So many at the same time: the commits of some share what each of them would wait for alone. */
const AT_ONCE = 4;
/** The rest has its turn a few seconds later, after what else is to be done then. */
const MAX_MS = 5_000;
/** For what goes wrong, and nobody knows why. */
const MAX_TRIES = 5;

export interface SendDueNeeds {
  readonly sender: SendService;
  readonly onTrouble: (error: unknown) => void;
}

interface Due {
  readonly id: string;
  readonly service: string;
  readonly recipientId: string;
  /** SendInput, as JSON. */
  readonly input: string;
}

/**
 * Sends what is due, by PostgreSQL's clock, which all replicas share: what it was set back for waits again, and what was
 * sent stays sent. Replicas that do it at the same time do no harm.
 */
export async function sendDue(database: Database, needs: SendDueNeeds): Promise<void> {
  const begun = performance.now();
  for (let isMore = true; isMore && performance.now() - begun < MAX_MS;) {
    const due = await database.query<Due>(DUE);
    const next = due.values();
    const sendNext = async () => {
      for (const one of next) await send(database, one, needs);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
    isMore = due.length === SENDS_A_BATCH;
  }
}

/** What has gone wrong comes after the others. */
const DUE = `
  select id, service, recipient_id as "recipientId", input from scheduled_sends
  where state = 'WAITING' and at <= now() order by tries, at limit ${SENDS_A_BATCH}`;

/** It is taken, and what comes of it added, in one transaction: whoever is killed has done both or nothing. */
async function send(database: Database, due: Due, { sender, onTrouble }: SendDueNeeds): Promise<void> {
  const { id, service, recipientId, input } = due;
  try {
    const content = await sender.checkFor(recipientId, service, JSON.parse(input) as SendInput);
    await database.transaction(async (sql) => {
      const taken = await sql.query(
        `select from scheduled_sends where id = $1 and state = 'WAITING' and at <= now() for update skip locked`,
        [id],
      );
      if (taken.length === 0) return;
      const { receipt } = await sender.sendIn(sql, recipientId, content);
      await sql.query(
        `update scheduled_sends set state = 'SENT', notification_id = $2, ended_at = now() where id = $1`,
        [id, receipt.id],
      );
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (error instanceof PublicError) return fail(database, id, error.message, 1);
    onTrouble(error);
    await fail(database, id, 'Something went wrong on our side', MAX_TRIES);
  }
}

/** What cannot be sent is not tried for ever: its sender is told why. @param tries how often in all */
async function fail(database: Database, id: string, failure: string, tries: number): Promise<void> {
  await database.query(
    `update scheduled_sends set tries = tries + 1,
       state = case when tries + 1 >= $3 then 'FAILED' else state end,
       failure = case when tries + 1 >= $3 then $2 end,
       ended_at = case when tries + 1 >= $3 then now() end
     where id = $1 and state = 'WAITING'`,
    [id, failure, tries],
  );
}
