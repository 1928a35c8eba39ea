import { v7 as uuidv7 } from 'uuid';
import { badInput, conflict, notFound } from '../platform/errors.ts';
import { isUuid } from '../platform/input.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Content, SendInput } from '../sending/content.ts';
import { bodyHashes } from '../sending/body-hash.ts';
import { refuseOtherBody, sameKeyOtherBody } from '../sending/idempotency.ts';
import type { SendService } from '../sending/send.service.ts';
import { emailAddressAmong } from '../users/user.service.ts';
import { scheduledColumns, type Scheduled } from './scheduled.ts';
import type { WaitingLimit } from './waiting-limit.ts';

/** As PostgreSQL has it, whose clock decides what is due too. */
const MOST_AHEAD = '1 year';

interface Named {
  readonly service: string;
  readonly recipientId: string;
  readonly key: string;
}

/** Takes in what services want sent later, and lets them take it back. */
export class ScheduleService {
  constructor(
    private readonly database: Database,
    private readonly sender: SendService,
    private readonly limit: WaitingLimit,
  ) {}

  /**
   * What is said is looked at now, and again when it is sent.
   * @param service who sends; its keys are its own
   * @param at ISO 8601
   * @throws BAD_USER_INPUT for what cannot be sent, or a moment that is not to come within a year; CONFLICT where the key
   *   was used with another body or moment; RATE_LIMITED where the service has as many waiting as it may
   */
  async schedule(service: string, recipientId: string, input: SendInput, at: string): Promise<Scheduled> {
    const content = await this.sender.checkFor(recipientId, service, input);
    const { idempotencyKey: key } = content;
    const named = key === null ? undefined : { service, recipientId, key };
    const hashes = bodyHashes(recipientId, content);
    const body = { at, hash: hashes.written };
    const known = named && (await this.find(named, body));
    if (known) return known;
    await this.refuseMistakes(recipientId, content, at);
    if (named) await refuseOtherBody(this.database, [service, recipientId, named.key], hashes);
    const values = [uuidv7(), service, recipientId, key, body.hash, JSON.stringify(input), at];
    const [added] = await this.limit.within(this.database, service, (sql) =>
      sql.query<Scheduled>(
        `insert into scheduled_sends (id, service, recipient_id, idempotency_key, body_hash, input, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning ${scheduledColumns}`,
        values,
      ),
    );
    // Somebody was quicker, with the same key.
    return added ?? (await this.find(named!, body))!;
  }

  /**
   * Twice is once; what failed leaves the list.
   * @throws NOT_FOUND unless it is the service's, CONFLICT where it was sent
   */
  async cancel(service: string, id: string): Promise<Scheduled> {
    if (!isUuid(id)) throw notFound('Scheduled notification');
    const [cancelled] = await this.database.query<Scheduled>(
      `update scheduled_sends set state = 'CANCELLED', ended_at = coalesce(ended_at, now())
       where id = $1 and service = $2 and state <> 'SENT' returning ${scheduledColumns}`,
      [id, service],
    );
    this.limit.forget(service);
    if (cancelled) return cancelled;
    const [sent] = await this.database.query<Scheduled>(
      `select ${scheduledColumns} from scheduled_sends where id = $1 and service = $2`,
      [id, service],
    );
    if (!sent) throw notFound('Scheduled notification');
    throw conflict('It was sent already', { notificationId: sent.notificationId });
  }

  /** What the key was used for, if it was. @throws CONFLICT where that is something else */
  private async find(
    { service, recipientId, key }: Named,
    { at, hash }: { at: string; hash: string },
  ): Promise<Scheduled | undefined> {
    const [known] = await this.database.query<Scheduled & { hash: string }>(
      `select ${scheduledColumns}, body_hash as hash from scheduled_sends
       where service = $1 and recipient_id = $2 and idempotency_key = $3`,
      [service, recipientId, key],
    );
    if (known && (known.hash !== hash || known.at !== at)) throw sameKeyOtherBody();
    return known;
  }

  private async refuseMistakes(recipientId: string, { expiresAt }: Content, at: string): Promise<void> {
    const [moment] = await this.database.query<{ isTaken: boolean }>(
      `select $1::timestamptz > now() and $1::timestamptz <= now() + interval '${MOST_AHEAD}' as "isTaken"`,
      [at],
    );
    if (!moment!.isTaken) throw badInput('at must be in the future, a year ahead at most', 'at');
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(at))
      throw badInput('expiresAt must be after at', 'expiresAt');
    if ((await emailAddressAmong(this.database, [recipientId])) !== undefined)
      throw badInput("recipientId is the user's id, not an e-mail address", 'recipientId');
  }
}
