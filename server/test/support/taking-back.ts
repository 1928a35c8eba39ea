// What services take back and say anew, in tests.
import type { Answering } from './server.ts';
import { service } from './token.ts';

export interface Retracted {
  retractedCount: number;
  alreadyReadCount: number;
  alreadySeenCount: number;
}

/** Gives the whole answer. */
export const retract = (server: Answering, name: object, token = service()) =>
  server.ask<{ retractNotifications: Retracted }>(
    `mutation ($subject: SubjectRef, $idempotencyKey: String) {
      retractNotifications(subject: $subject, idempotencyKey: $idempotencyKey) {
        retractedCount alreadyReadCount alreadySeenCount
      }
    }`,
    name,
    token,
  );

/** Gives the whole answer. */
export const correct = (server: Answering, input: object, token = service()) =>
  server.ask<{ correctNotification: { correctedCount: number } }>(
    `mutation ($input: CorrectNotificationInput!) { correctNotification(input: $input) { correctedCount } }`,
    { input },
    token,
  );

export interface Marked {
  id: string;
  seq: number;
  changeSeq: number;
  title: string;
  message: string;
  url: string | null;
  data: object;
  isRead: boolean;
  editedAt: string | null;
  retractedAt: string | null;
  ring: string | null;
}

/** All that a reader has, newest first. */
export async function markedTo(server: Answering, token: string): Promise<Marked[]> {
  const { data } = await server.ask<{ notifications: { edges: { node: Marked }[] } }>(
    `{ notifications(first: 100, filter: { state: ALL }) { edges { node {
      id seq changeSeq title message url data isRead editedAt retractedAt ring } } } }`,
    {},
    token,
  );
  return data.notifications.edges.map(({ node }) => node);
}
