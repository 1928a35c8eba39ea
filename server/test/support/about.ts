// What notifications carry besides their text, in tests, as one line each.
import { dataOf } from './acts.ts';
import type { Answering } from './server.ts';

export interface About {
  id: string;
  severity: string;
  subject: { type: string; subjectId: string; label: string | null; url: string | null } | null;
  actor: { actorId: string | null; name: string; imageUrl: string | null } | null;
  data: object;
  imageUrl: string | null;
}

export const ABOUT = `id severity subject { type subjectId label url } actor { actorId name imageUrl } data imageUrl`;

/** All that a reader has, newest first. */
export async function aboutOf(server: Answering, token: string, filter: object = {}): Promise<About[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: About }[] } }>(
      `query ($filter: NotificationFilter) {
        notifications(first: 100, filter: $filter) { edges { node { ${ABOUT} } } }
      }`,
      { filter },
      token,
    ),
  );
  return notifications.edges.map(({ node }) => node);
}
