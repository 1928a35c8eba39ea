import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { InboxChangeLog } from './inbox.change-log.ts';
import type { Announce } from './delta.ts';
import { forgetDeleted } from './acts/forget.ts';
import { MarkingResolver } from './acts/marking.resolver.ts';
import { MergeResolver } from './acts/merge.resolver.ts';
import { TriageResolver } from './acts/triage.resolver.ts';
import { Undo } from './acts/undo.ts';
import { UndoResolver } from './acts/undo.resolver.ts';
import { InboxResolver } from './inbox.resolver.ts';
import { InboxService } from './inbox.service.ts';
import {
  InboxCountsResolver,
  NotificationConnectionResolver,
  NotificationEdgeResolver,
  NotificationResolver,
} from './notification.resolver.ts';
import { AboutResolver } from './about.resolver.ts';
import type { AllowedImages } from './allowed-images.ts';
import { emptyInbox } from './erasure/empty-inbox.ts';
import { personalInInbox } from './erasure/personal.ts';
import { unname, type Unnaming } from './erasure/unname.ts';
import { removableAfter } from './retention/removable.ts';
import { removePast } from './retention/remove-past.ts';
import { purgeTombstones } from './tombstones.ts';

/** Whoever was away longer reads their inbox anew instead of what changed in it. */
const TOMBSTONE_DAYS = 30;
/** No device keeps for longer what was done on it offline. */
const A_MONTH_AGO = `at < now() - interval '30 days'`;
/** Long after they can be undone. */
const AN_HOUR_AGO = `at < now() - interval '1 hour'`;

export interface InboxNeeds {
  readonly changes: InboxChangeLog;
  /** Tells followers of what readers do. */
  readonly announce: Announce;
  /** Words of notifications are others now. In the transaction of the change. */
  readonly onReworded: Unnaming['onReworded'];
  readonly images: AllowedImages;
  /** For how long what was read is kept; undefined: for ever. */
  readonly retentionDays: number | undefined;
}

/** What stands in an inbox, and what its reader does with it. */
export function createInbox(
  { database, cursors }: Platform,
  { changes, announce, onReworded, images, retentionDays }: InboxNeeds,
): Feature & { readonly inboxes: InboxService } {
  const inboxes = new InboxService(database, announce);
  return {
    inboxes,
    resolvers: [
      new NotificationResolver(changes, cursors),
      new AboutResolver(images),
      new NotificationConnectionResolver(database, cursors),
      new NotificationEdgeResolver(cursors),
      new InboxResolver(database, changes, inboxes),
      new InboxCountsResolver(),
      new MarkingResolver(inboxes),
      new TriageResolver(inboxes),
      new UndoResolver(new Undo(database, announce)),
      new MergeResolver(database, announce),
    ],
    findNode: async (readerId, id) => {
      const notification = await inboxes.find(readerId, id);
      if (notification) return { ...notification, __typename: 'Notification' };
      const inbox = await changes.state(readerId);
      return inbox?.id === id.toLowerCase() ? { ...inbox, __typename: 'Inbox' } : undefined;
    },
    past: { offline_acts: A_MONTH_AGO, restorations: A_MONTH_AGO, acts: AN_HOUR_AGO },
    personal: personalInInbox,
    forget: async (userId) => {
      await unname(database, userId, { announce, onReworded });
      await emptyInbox(database, userId, announce);
    },
    upkeep: () => purgeTombstones(database, TOMBSTONE_DAYS),
    sweep: async () => {
      await removePast(database, removableAfter(retentionDays), announce);
      await forgetDeleted(database);
    },
  };
}
