import type { Sql } from '../platform/postgres/database.ts';
import type { PubSub } from '../platform/broker/pub-sub.ts';
import type { Sockets } from '../platform/graphql/transport/sockets.ts';
import { ACCESS_TOKEN_SECONDS } from './access-token.ts';

const TOPIC = 'carillon:sessions';
const LOOK_EVERY_MS = 2_000;
/** Until the last token of the session has expired by itself. */
const REMEMBER_SECONDS = ACCESS_TOKEN_SECONDS + 60;
/** Besides what has passed since the last look that was answered, so that a slow commit is not missed. */
const LOOK_BACK_SECONDS = 60;

/**
 * Sessions that ended before their tokens did. Replicas tell each other at once, and look into the database besides,
 * so that a lost message costs two seconds at most.
 */
export class RevokedSessions {
  private readonly revoked = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private lookedAt = performance.now() - ACCESS_TOKEN_SECONDS * 1_000;
  private isLooking = false;

  constructor(
    private readonly sql: Sql,
    private readonly pubSub: PubSub,
    private readonly sockets: Sockets,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.pubSub.subscribe(TOPIC, (sessionId) => this.take(sessionId));
    await this.look();
    this.timer = setInterval(() => void this.look().catch(this.onTrouble), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Call it once the database knows. */
  announce(sessionId: string): void {
    this.take(sessionId);
    this.pubSub.publish(TOPIC, sessionId);
  }

  has(sessionId: string): boolean {
    return this.revoked.has(sessionId);
  }

  private take(sessionId: string): void {
    if (this.revoked.has(sessionId)) return;
    this.revoked.set(sessionId, Date.now());
    this.sockets.closeSession(sessionId);
  }

  /** One at a time, also while PostgreSQL keeps us waiting. */
  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      const begun = performance.now();
      const seconds = Math.min((begun - this.lookedAt) / 1_000 + LOOK_BACK_SECONDS, REMEMBER_SECONDS);
      const rows = await this.sql.query<{ id: string }>(
        `select id from sessions where revoked_at > now() - make_interval(secs => $1)`,
        [seconds],
      );
      for (const { id } of rows) this.take(id);
      this.lookedAt = begun;
    } finally {
      this.isLooking = false;
    }
    const oldest = Date.now() - REMEMBER_SECONDS * 1_000;
    for (const [id, since] of this.revoked) {
      if (since > oldest) break; // in the order they came
      this.revoked.delete(id);
    }
  }
}
