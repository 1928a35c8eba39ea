import type { RateLimit, RateLimits } from '../platform/broker/rate-limit.ts';
import type { PubSub } from '../platform/broker/pub-sub.ts';
import { TopicWatch } from '../platform/broker/topic-watch.ts';
import type { Sockets } from '../platform/graphql/transport/sockets.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Database } from '../platform/postgres/database.ts';
import { Mirror } from '../platform/postgres/mirror.ts';
import { Role } from '../users/role.ts';
import type { Viewer } from '../users/viewer.ts';
import { hashOf, isMeantAsKey, isWhole } from './key-text.ts';

const TOPIC = 'carillon:service-keys';
const MINUTE_SECONDS = 60;

/** A key that is valid, as far as its time does not end it. */
interface KnownKey {
  readonly viewer: Viewer & { readonly keyId: string };
  readonly limit: RateLimit | undefined;
}

interface Row {
  id: string;
  service: string;
  scopes: string[];
  hash: string;
  requestsPerMinute: number | null;
  expiresAt: string | null;
}

/**
 * Every key that is valid. All of them are held here, so that a request asks nobody. Replicas tell each other of changes,
 * and look into the database besides: a lost message costs no more than the time between two looks.
 */
export class KnownKeys {
  private byHash: ReadonlyMap<string, KnownKey> = new Map();
  private byId: ReadonlyMap<string, KnownKey> = new Map();
  private readonly mirror = new Mirror({ version: () => this.version(), take: () => this.take() });
  private watch: TopicWatch | undefined;

  constructor(
    private readonly database: Database,
    private readonly pubSub: PubSub,
    private readonly sockets: Sockets,
    private readonly limits: RateLimits,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    this.watch = new TopicWatch(this.pubSub, TOPIC, () => void this.refresh());
    await this.mirror.start(this.onTrouble);
  }

  stop(): void {
    this.mirror.stop();
    this.watch?.stop();
  }

  /** Call it once the database knows. It is done all the same where this cannot look: it will. */
  async announce(): Promise<void> {
    this.pubSub.publish(TOPIC, '');
    await this.refresh();
  }

  /**
   * @param authorization `Bearer …`, as it came
   * @returns undefined for what is not meant as a key; else its service, or why not
   */
  read(authorization: unknown): Caller<Viewer> | undefined {
    const text = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined;
    if (text === undefined || !isMeantAsKey(text)) return undefined;
    if (!isWhole(text)) return { refusal: 'The service key was cut or mistyped' };
    const known = this.byHash.get(hashOf(text));
    if (!known) return { refusal: 'The service key is not known here, or was revoked' };
    const { viewer } = known;
    if (viewer.expiresAt !== undefined && viewer.expiresAt <= Date.now())
      return { refusal: 'The service key has expired' };
    return { viewer };
  }

  isValid(id: string): boolean {
    return this.byId.has(id);
  }

  limitOf(id: string): RateLimit | undefined {
    return this.byId.get(id)?.limit;
  }

  private refresh(): Promise<void> {
    return this.mirror.refresh().catch(this.onTrouble);
  }

  private async version(): Promise<number> {
    const [row] = await this.database.query<{ version: number }>('select version from service_keys_version');
    return row!.version;
  }

  private async take(): Promise<void> {
    const rows = await this.database.query<Row>(
      `select id, service, scopes, hash, requests_per_minute as "requestsPerMinute", expires_at as "expiresAt"
       from service_keys where revoked_at is null and (expires_at is null or expires_at > now())`,
    );
    const before = this.byId;
    const known = rows.map((row) => ({ row, key: before.get(row.id) ?? this.known(row) }));
    this.byHash = new Map(known.map(({ row, key }) => [row.hash, key]));
    this.byId = new Map(known.map(({ row, key }) => [row.id, key]));
    for (const id of before.keys()) if (!this.byId.has(id)) this.sockets.closeKey(id);
  }

  private known({ id, service, scopes, requestsPerMinute, expiresAt }: Row): KnownKey {
    const viewer = {
      id: service,
      keyId: id,
      name: undefined,
      email: undefined,
      claimedRole: undefined,
      role: Role.CANDIDATE,
      scopes: new Set(scopes),
      sessionId: undefined,
      notBefore: undefined,
      expiresAt: expiresAt === null ? undefined : Date.parse(expiresAt),
    };
    const limit =
      requestsPerMinute === null
        ? undefined
        : this.limits.limit({ name: 'service-key', points: requestsPerMinute, seconds: MINUTE_SECONDS });
    return { viewer, limit };
  }
}
