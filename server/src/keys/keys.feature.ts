import type { AuthCheckerFn } from 'type-graphql';
import type { Feature } from '../platform/feature.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Platform } from '../platform/platform.ts';
import type { Requirement } from '../users/authorization.ts';
import type { Context } from '../users/context.ts';
import type { Viewer } from '../users/viewer.ts';
import { KeyUses } from './key-uses.ts';
import { KnownKeys } from './known-keys.ts';
import { ServiceKeyEntity } from './service-key.entity.ts';
import { ServiceKeyList } from './service-key.list.ts';
import { ServiceKeyResolver } from './service-key.resolver.ts';
import { ServiceKeyService } from './service-key.service.ts';

type Authorize = AuthCheckerFn<Context, Requirement>;

export interface Keys extends Feature {
  /** Tells which service is calling from what an `Authorization` header says; undefined: that shows no key. */
  readonly read: (authorization: unknown) => Caller<Viewer> | undefined;
  /** Has the operations of keys counted and noted before anything is decided about their fields. */
  readonly counting: (authorize: Authorize) => Authorize;
}

/** What services show in place of tokens. */
export function createKeys({ database, pubSub, sockets, limits, cursors, onTrouble }: Platform): Keys {
  const known = new KnownKeys(database, pubSub, sockets, limits, onTrouble);
  const uses = new KeyUses(database, known, onTrouble);
  const keys = new ServiceKeyService(database, () => known.announce());
  return {
    read: (authorization) => known.read(authorization),
    counting: (authorize) => (asked, requirements) => {
      const turn = uses.take(asked.context);
      return turn ? turn.then(() => authorize(asked, requirements)) : authorize(asked, requirements);
    },
    resolvers: [new ServiceKeyResolver(keys, new ServiceKeyList(database, cursors))],
    entities: [ServiceKeyEntity],
    past: {
      service_keys: `revoked_at < now() - interval '400 days' or expires_at < now() - interval '400 days'`,
    },
    prepare: () => known.start(),
    close: () => known.stop(),
  };
}
