import type { ApolloCache } from '@apollo/client';
import type { NotificationFilter } from '../../generated/graphql.ts';
import { archivableIds, showAllRead, showArchived, showRead } from '../acts/optimism.ts';
import { forgetRows } from '../delta.ts';

/** Something that a reader does, in words that can be kept: to these, or to all that a filter lets through. */
export type Meant =
  | { act: 'READ' | 'UNREAD' | 'ARCHIVE' | 'UNARCHIVE' | 'DELETE'; ids: string[] }
  | { act: 'READ' | 'ARCHIVE'; filter: NotificationFilter; upToSeq: number };

/** One that waits for the server, with what its reader saw of the inbox. */
export type OfflineAct = Meant & { id: string; userId: string; at: number; epoch: string; sawSeq: number };

/** Shows the rows as they will be. */
export function showMeant(cache: ApolloCache, meant: Meant): void {
  if ('filter' in meant) {
    const { act, upToSeq, filter } = meant;
    if (act === 'READ') showAllRead(cache, upToSeq, filter);
    else showArchived(cache, archivableIds(cache, upToSeq, filter), true);
  } else if (meant.act === 'DELETE') forgetRows(cache, meant.ids);
  else if (meant.act === 'READ' || meant.act === 'UNREAD')
    for (const id of meant.ids) showRead(cache, id, meant.act === 'READ');
  else showArchived(cache, meant.ids, meant.act === 'ARCHIVE');
}
