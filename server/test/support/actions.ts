// What is asked of several, and what they do about it.
import { dataOf } from './acts.ts';
import type { Answering } from './server.ts';
import { service } from './token.ts';

export const APPROVE = { id: 'approve', label: 'Approve', style: 'PRIMARY' };
export const REJECT = { id: 'reject', label: 'Reject', style: 'DANGER', asksForComment: true };

export interface Question {
  id: string;
  isRead: boolean;
  settledAt: string | null;
  actions: { actionId: string; label: string; style: string; asksForComment: boolean }[];
  outcome: {
    action: { actionId: string; label: string };
    by: { actorId: string | null; name: string };
    at: string;
    comment: string | null;
  } | null;
}

export const QUESTION = `id isRead settledAt actions { actionId label style asksForComment }
  outcome { action { actionId label } by { actorId name } at comment }`;

/** A service asks users the same thing, in one call. */
export const ask = (server: Answering, recipientIds: string[], more: object = {}, token = service()) =>
  dataOf(
    server.ask<{ createNotifications: { createdCount: number } }>(
      `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
      {
        input: {
          ...{ recipientIds, type: 'leave_requested', title: 'Leave', message: 'Two weeks in May' },
          ...{ subject: { type: 'leave', id: '1', label: 'Leave in May' }, actions: [APPROVE, REJECT] },
          ...more,
        },
      },
      token,
    ),
  );

/** What stands in somebody's inbox, newest first. */
export async function questionsTo(server: Answering, token: string): Promise<Question[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Question }[] } }>(
      `{ notifications(first: 100, filter: { state: ALL }) { edges { node { ${QUESTION} } } } }`,
      {},
      token,
    ),
  );
  return notifications.edges.map(({ node }) => node);
}

export const perform = (
  server: Answering,
  token: string,
  id: string,
  actionId: string,
  comment?: string | null,
) =>
  server.ask<{ performAction: { notification: Question; inbox: { counts: { unread: number } } } }>(
    `mutation ($id: ID!, $actionId: ID!, $comment: String) {
      performAction(id: $id, actionId: $actionId, comment: $comment) {
        notification { ${QUESTION} } inbox { counts { unread } }
      }
    }`,
    { id, actionId, comment },
    token,
  );

export const settle = (server: Answering, variables: object, token = service()) =>
  server.ask<{ settleNotifications: { settledCount: number } }>(
    `mutation ($subject: SubjectRef!, $requestKey: String, $actionId: ID, $actor: ActorInput, $comment: String) {
      settleNotifications(subject: $subject, requestKey: $requestKey, actionId: $actionId, actor: $actor,
        comment: $comment) { settledCount }
    }`,
    variables,
    token,
  );
