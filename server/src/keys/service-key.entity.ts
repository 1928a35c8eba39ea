import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** The row of `service_keys`: what a service shows in place of a token. Of the key itself only a hash is kept. */
export const ServiceKeyEntity = defineEntity({
  name: 'ServiceKey',
  tableName: 'service_keys',
  properties: {
    id: p.uuid().primary(),
    /** As the `sub` of its tokens. */
    service: p.text(),
    name: p.text(),
    scopes: p.array(),
    /** The first characters, by which people tell it from others. */
    beginning: p.text(),
    hash: p.text(),
    /** Undefined: no limit. */
    requestsPerMinute: p.integer().nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    lastUsedAt: p.datetime(3).nullable(),
    lastUsedAddress: p.text().nullable(),
  },
});

export type ServiceKeyRow = InferEntity<typeof ServiceKeyEntity>;
