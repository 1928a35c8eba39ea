import type { ApolloCache, ApolloClient, DocumentNode } from '@apollo/client';
import {
  ActOnAllDocument,
  ArchiveNotificationsDocument,
  DeleteNotificationsDocument,
  MarkAllAsReadDocument,
  MarkAsReadDocument,
  MarkAsUnreadDocument,
  MarkNotificationsAsReadDocument,
  MarkNotificationsAsUnreadDocument,
  PinNotificationsDocument,
  SnoozeNotificationsDocument,
  UnarchiveNotificationsDocument,
  UnpinNotificationsDocument,
  UnsnoozeNotificationsDocument,
} from '../../generated/acts.ts';
import type { InboxAct } from '../../generated/graphql.ts';
import type { Meant } from '../offline/offline-act.ts';

/** What came of it; the acts upon one row give no number. */
export type Answer = {
  affectedCount?: number;
  undoId: string | null;
  inbox: { counts: { seq: number } };
};

/** What the server takes in one call. */
const MOST_IDS = 200;

const UPON_THESE: Record<InboxAct, DocumentNode> = {
  READ: MarkNotificationsAsReadDocument,
  UNREAD: MarkNotificationsAsUnreadDocument,
  ARCHIVE: ArchiveNotificationsDocument,
  UNARCHIVE: UnarchiveNotificationsDocument,
  DELETE: DeleteNotificationsDocument,
  SNOOZE: SnoozeNotificationsDocument,
  UNSNOOZE: UnsnoozeNotificationsDocument,
  PIN: PinNotificationsDocument,
  UNPIN: UnpinNotificationsDocument,
};

type Call = { mutation: DocumentNode; variables: Record<string, unknown> };

/**
 * Has the server do it, in as many calls as that takes.
 * @param update told of each answer, to write what it means
 * @throws why it was not done
 */
export function sendAct(
  client: ApolloClient,
  meant: Meant,
  update: (cache: ApolloCache, answer: Answer) => void,
): Promise<Answer[]> {
  return Promise.all(
    callsFor(meant).map(async (call) => {
      const { data } = await client.mutate<Record<string, Answer | null>>({
        ...call,
        update: (cache, { data: written }) => {
          const answer = answerOf(written);
          if (answer) update(cache, answer);
        },
      });
      const answer = answerOf(data);
      if (!answer) throw new Error('The server gave no answer');
      return answer;
    }),
  );
}

function callsFor(meant: Meant): Call[] {
  const { act, until } = meant;
  const more = until === undefined ? {} : { until };
  if ('filter' in meant) {
    const { filter, upToSeq } = meant;
    if (act === 'READ') return [{ mutation: MarkAllAsReadDocument, variables: { upToSeq, filter } }];
    return [{ mutation: ActOnAllDocument, variables: { act, upToSeq, filter, ...more } }];
  }
  const { ids } = meant;
  const [id] = ids;
  if (ids.length === 1 && (act === 'READ' || act === 'UNREAD'))
    return [{ mutation: act === 'READ' ? MarkAsReadDocument : MarkAsUnreadDocument, variables: { id } }];
  return inParts(ids).map((part) => ({
    mutation: UPON_THESE[act],
    variables: { ids: part, ...more },
  }));
}

export function inParts(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) =>
    ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
  );
}

/** Each of these calls asks for one field. */
function answerOf(data: Record<string, Answer | null> | null | undefined): Answer | null {
  return Object.values(data ?? {})[0] ?? null;
}
