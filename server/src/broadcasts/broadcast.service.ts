import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { conflict, notFound, PublicError } from '../platform/errors.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import { checkWord, isUuid } from '../platform/input.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import type { Content } from '../sending/content.ts';
import { refuseOver } from '../sending/expiry.ts';
import { bodyHash } from '../sending/body-hash.ts';
import { sameKeyOtherBody } from '../sending/idempotency.ts';
import type { SendService } from '../sending/send.service.ts';
import { MAX_ID } from '../users/user-ids.ts';
import { checkAudience, countMembers, type Audience } from './audience.ts';
import { broadcastColumns, BroadcastState, moveOnLater, type Broadcast } from './broadcast.ts';
import { dropParts } from './broadcast-parts.ts';
import type { BroadcastConnection, CreateBroadcastInput } from './broadcast.type.ts';
import type { TopicService } from './topics/topic.service.ts';

/** Of one sender, at a time. */
const MAX_RUNNING = 20;
/** To count an audience of any size. */
const LONGEST_COUNT_MS = 30_000;

export interface BroadcastNeeds {
  readonly sender: SendService;
  readonly topics: TopicService;
  readonly cursors: Cursors;
  /** Tells who follows its progress that it has changed. */
  readonly tell: (id: string) => void;
}

/** What senders do with broadcasts. Each sees and cancels its own alone. */
export class BroadcastService {
  constructor(
    private readonly database: Database,
    private readonly needs: BroadcastNeeds,
  ) {}

  /**
   * @param service who sends; its keys are its own
   * @returns what it has become by now, where the key was used before
   * @throws BAD_USER_INPUT, CONFLICT when the key was used with another body, RATE_LIMITED
   */
  async create(service: string, input: CreateBroadcastInput, by: AuditActor): Promise<Broadcast> {
    const { sender, topics } = this.needs;
    const { idempotencyKey: key = null } = input;
    if (key !== null) checkWord('idempotencyKey', key, MAX_ID);
    const content = await sender.check(service, input);
    const known = key === null ? undefined : await knownBy(this.database, service, key);
    // A topic that has gone since is no reason not to say what became of what was sent to it.
    const audience = await checkAudience(input.audience, known ? { exists: async () => true } : topics);
    const hash = bodyHash([JSON.stringify(audience)], content);
    return this.database.transaction((sql) => add(sql, { service, key, hash, audience, content, by }), {
      longestMs: LONGEST_COUNT_MS,
    });
  }

  /** @throws NOT_FOUND unless it is the service's, CONFLICT when it has ended otherwise */
  async cancel(service: string, id: string, by: AuditActor): Promise<Broadcast> {
    const cancelled = isUuid(id)
      ? await this.database.transaction((sql) => cancelRunning(sql, service, id, by))
      : undefined;
    if (cancelled) this.needs.tell(id);
    const broadcast = cancelled ?? (await this.own(service, id));
    if (broadcast.state === BroadcastState.CANCELLED) return broadcast;
    throw conflict('It has ended already', { state: broadcast.state });
  }

  async find(service: string, id: string): Promise<Broadcast | undefined> {
    if (!isUuid(id)) return undefined;
    const [broadcast] = await this.database.query<Broadcast>(
      `select ${broadcastColumns} from broadcasts b where b.id = $1 and b.service = $2`,
      [id, service],
    );
    return broadcast;
  }

  /** @throws NOT_FOUND unless it is the service's */
  async own(service: string, id: string): Promise<Broadcast> {
    const broadcast = await this.find(service, id);
    if (!broadcast) throw notFound('Broadcast');
    return broadcast;
  }

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  page(service: string, size: number, after: string | null): Promise<BroadcastConnection> {
    const asked = { list: 'broadcasts', readerId: service, size, after };
    return newestFirst<Broadcast>(this.needs.cursors, asked, {
      rows: (olderThan, limit) =>
        this.database.query<Broadcast>(
          `select ${broadcastColumns} from broadcasts b
           where b.service = $1 and ($2::uuid is null or b.id < $2) order by b.id desc limit $3`,
          [service, olderThan, limit],
        ),
      countFrom: async (id) => {
        const [counted] = await this.database.query<{ count: number }>(
          'select count(*)::int as count from broadcasts where service = $1 and id >= $2',
          [service, id],
        );
        return counted!.count;
      },
    });
  }
}

interface Adding {
  readonly service: string;
  readonly key: string | null;
  readonly hash: string;
  readonly audience: Audience;
  readonly content: Content;
  readonly by: AuditActor;
}

type Known = Broadcast & { readonly hash: string };

async function knownBy(sql: Sql, service: string, key: string): Promise<Known | undefined> {
  const [known] = await sql.query<Known>(
    `select ${broadcastColumns}, b.body_hash as hash from broadcasts b
     where b.service = $1 and b.idempotency_key = $2`,
    [service, key],
  );
  return known;
}

async function add(
  sql: Transaction,
  { service, key, hash, audience, content, by }: Adding,
): Promise<Broadcast> {
  // One after the other, so that a key is used once and the limit is exact.
  await sql.query(`select pg_advisory_xact_lock(hashtext('broadcasts'), hashtext($1))`, [service]);
  const known = key === null ? undefined : await knownBy(sql, service, key);
  if (known && known.hash !== hash) throw sameKeyOtherBody();
  if (known) return known;
  refuseOver(content);
  const [now] = await sql.query<{ moment: string; running: number }>(
    `select now()::timestamptz(3) as moment, count(*)::int as running
     from broadcasts where service = $1 and state = 'RUNNING'`,
    [service],
  );
  if (now!.running >= MAX_RUNNING)
    throw new PublicError('RATE_LIMITED', `${MAX_RUNNING} broadcasts are running, which is the most`);
  const total = await countMembers(sql, audience, now!.moment);
  const [broadcast] = await sql.query<Broadcast>(
    `insert into broadcasts as b (id, service, idempotency_key, body_hash, audience, content, total, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${broadcastColumns}`,
    [uuidv7(), service, key, hash, audience, content, total, now!.moment],
  );
  await audit(sql, by, 'createBroadcast', [broadcast!.id]);
  await moveOnLater(sql, broadcast!.id);
  return broadcast!;
}

/** It waits for those whose turn it is. */
async function cancelRunning(
  sql: Sql,
  service: string,
  id: string,
  by: AuditActor,
): Promise<Broadcast | undefined> {
  const ended = await sql.query(
    `update broadcasts set state = 'CANCELLED', ended_at = now()
     where id = $1 and service = $2 and state = 'RUNNING' returning id`,
    [id, service],
  );
  if (ended.length === 0) return undefined;
  await dropParts(sql, id);
  await audit(sql, by, 'cancelBroadcast', [id]);
  const [cancelled] = await sql.query<Broadcast>(
    `select ${broadcastColumns} from broadcasts b where b.id = $1`,
    [id],
  );
  return cancelled;
}
