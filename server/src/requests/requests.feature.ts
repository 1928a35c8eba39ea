import type { Announce } from '../inbox/delta.ts';
import type { InboxService } from '../inbox/inbox.service.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { UserService } from '../users/user.service.ts';
import { namelessOutcome } from '../inbox/nameless.ts';
import { theirSender } from '../users/nameless.ts';
import { ActionResolver } from './action.resolver.ts';
import { ActionService } from './action.service.ts';
import { forgetOutcomes } from './forget-outcomes.ts';
import { SETTLE_REST, Settling } from './settling.ts';
import { SettlingResolver } from './settling.resolver.ts';

export interface RequestsNeeds {
  readonly users: UserService;
  readonly inboxes: InboxService;
  /** Tells followers of what was settled. */
  readonly announce: Announce;
}

/** What several are asked, and what is answered once for all of them. */
export function createRequests(
  { database }: Platform,
  { users, inboxes, announce }: RequestsNeeds,
): Feature & { readonly settling: Settling; readonly actions: ActionService } {
  const settling = new Settling(database, announce);
  const actions = new ActionService(database, inboxes, settling);
  return {
    settling,
    actions,
    resolvers: [new SettlingResolver(settling), new ActionResolver(actions, users)],
    tasks: () => ({ [SETTLE_REST]: settling.endRest }),
    personal: [
      {
        table: 'requests',
        of: `outcome -> 'by' ->> 'id' = $1`,
        exported: ['subject_type', 'subject_id', 'outcome'],
        erased: { overwritten: { outcome: namelessOutcome('outcome') } },
      },
      {
        table: 'requests',
        of: `service = ${theirSender}`,
        exported: ['subject_type', 'subject_id', 'actions', 'created_at'],
        // Two who were erased may have asked the same.
        erased: { overwritten: { service: `E'user\\t' || id` } },
      },
    ],
    forget: (userId) => forgetOutcomes(database, userId),
    // Whoever is added to one later is told that it was decided; a year is long enough. Of one that nobody decided
    // nothing is left to decide once all who were asked are gone.
    past: {
      requests: `settled_at < now() - interval '365 days'
        or settled_at is null and created_at < now() - interval '365 days'
          and not exists (select from all_notifications n where n.request_id = requests.id)`,
    },
  };
}
