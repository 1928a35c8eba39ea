import { raw } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { checkNumber, checkWord, isUuid } from '../platform/input.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { SCOPES } from '../users/viewer.ts';
import { beginningOf, hashOf, newKey } from './key-text.ts';
import { ServiceKeyEntity } from './service-key.entity.ts';
import { MAX_SERVICE, shown } from './service-key.list.ts';
import type { ServiceKeyType } from './service-key.type.ts';

/** Valid ones of one service: enough for each of its parts to have one, and another while that is rotated. */
export const MAX_KEYS = 20;
export const MAX_REQUESTS_PER_MINUTE = 1_000_000;
const MAX_NAME = 100;

/** A key as it is asked for. */
export interface WantedKey {
  readonly service: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string | null | undefined;
  readonly requestsPerMinute?: number | null | undefined;
}

/** Makes and revokes keys, each change with its entry in the audit log. */
export class ServiceKeyService {
  constructor(
    private readonly database: Database,
    /** Called after each change, before it is answered. */
    private readonly onChange: () => Promise<void>,
  ) {}

  /**
   * @returns the key, and its text, which nobody can ask for again
   * @throws BAD_USER_INPUT that names the field, or when the service has 20 valid ones
   */
  async create(by: AuditActor, wanted: WantedKey): Promise<{ serviceKey: ServiceKeyType; secret: string }> {
    const checked = checkWanted(wanted);
    const secret = newKey();
    const id = uuidv7();
    const serviceKey = await this.change(async (sql) => {
      const { entities } = sql;
      const { service } = checked;
      const isValid = { revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: raw('now()') } }] };
      if ((await entities.count(ServiceKeyEntity, { service, ...isValid })) >= MAX_KEYS)
        throw badInput(`The service has ${MAX_KEYS} valid keys already, which is the most`, 'service');
      const row = {
        id,
        ...checked,
        beginning: beginningOf(secret),
        hash: hashOf(secret),
        createdAt: new Date(),
      };
      await entities.insert(ServiceKeyEntity, row);
      await audit(sql, by, 'createServiceKey', [id]);
      return shown(await entities.findOneOrFail(ServiceKeyEntity, { id }));
    });
    return { serviceKey, secret };
  }

  /** Twice is once. @throws NOT_FOUND */
  async revoke(by: AuditActor, id: string): Promise<ServiceKeyType> {
    if (!isUuid(id)) throw notFound('Service key');
    return this.change(async (sql) => {
      const { entities } = sql;
      const isOpen = { id, revokedAt: null };
      const revoked = await entities.nativeUpdate(ServiceKeyEntity, isOpen, { revokedAt: raw('now()') });
      if (revoked > 0) await audit(sql, by, 'revokeServiceKey', [id]);
      const key = await entities.findOne(ServiceKeyEntity, { id });
      if (!key) throw notFound('Service key');
      return shown(key);
    });
  }

  /** One after the other, on all replicas: so the limit is exact, and none misses a change. */
  private async change<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    const result = await this.database.transaction(async (sql) => {
      await sql.query('update service_keys_version set version = version + 1');
      return work(sql);
    });
    await this.onChange();
    return result;
  }
}

function checkWanted({ service, name, scopes, expiresAt = null, requestsPerMinute = null }: WantedKey) {
  if (scopes.length === 0) throw badInput('scopes must have one entry at least', 'scopes');
  if (!scopes.every((scope) => SCOPES.some((known) => known === scope)))
    throw badInput(`scopes must be among ${SCOPES.join(', ')}`, 'scopes');
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
    throw badInput('expiresAt must be in the future', 'expiresAt');
  if (requestsPerMinute !== null)
    checkNumber('requestsPerMinute', requestsPerMinute, 1, MAX_REQUESTS_PER_MINUTE);
  return {
    service: checkWord('service', service, MAX_SERVICE),
    name: checkWord('name', name, MAX_NAME),
    scopes: [...new Set(scopes)],
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    requestsPerMinute,
  };
}
