import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { Authenticate } from '../sessions/sessions.feature.ts';
import { ErasedUsers } from './erased-users.ts';
import { ERASE_USER, Erasures, type Erasing } from './erasures.ts';
import { serveExport } from './export-route.ts';
import { RightsResolver } from './rights.resolver.ts';

export interface RightsNeeds {
  /** All others, as they stand in a line: what they keep of people. */
  readonly features: readonly Erasing[];
  readonly authenticate: Authenticate;
  /** This replica must not remember a user any more. */
  readonly forgetUser: (userId: string) => void;
}

/** What people may ask for: all that is kept of them, and that nothing is. */
export function createRights(
  { database, pubSub, sockets, limits, onTrouble }: Platform,
  { features, authenticate, forgetUser }: RightsNeeds,
): Feature {
  const erased = new ErasedUsers(pubSub, sockets, forgetUser);
  const erasures = new Erasures(database, features, erased.announce);
  const personal = features.flatMap((feature) => feature.personal ?? []);
  return {
    resolvers: [new RightsResolver(database, erasures)],
    serve: async (server) => serveExport(server, { database, limits, authenticate, personal, onTrouble }),
    prepare: async () => erased.start(),
    tasks: () => ({ [ERASE_USER]: erasures.erase }),
    // How to prove that somebody was erased, for as long as anybody asks.
    past: { erasures: `finished_at < now() - interval '400 days'` },
  };
}
