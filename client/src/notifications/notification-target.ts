import { linkOf, type Link } from '../../../server/src/platform/link.ts';
import type { NotificationRowFragment } from '../generated/graphql.ts';

type Target = { url: Link; label: string };

/** Where a notification leads on to, if anywhere. */
export function targetOf(row: Pick<NotificationRowFragment, 'url' | 'application'>): Target | null {
  const path = row.application ? `/applications/${encodeURIComponent(row.application.id)}` : null;
  const url = linkOf(row.url ?? '') ?? linkOf(path ?? '');
  if (!url) return null;
  if (url.kind === 'external') return { url, label: 'Open link' };
  return { url, label: row.application ? 'View application' : 'Open' };
}

/** The page of the notification itself. */
export function pathOf(id: string): string {
  return `/notifications/${id}`;
}

/** Where its row leads: straight to what it is about, or to its own page when it is about nothing else. */
export function destinationOf(row: Pick<NotificationRowFragment, 'id' | 'url' | 'application'>): Link {
  return targetOf(row)?.url ?? { kind: 'path', href: pathOf(row.id) };
}

export const WHY = '#why';
export const WHY_QUESTION = 'Why did or didn’t I get this?';

/** Where a notification says why it came, and what else became of it. */
export function whyPath(id: string): string {
  return pathOf(id) + WHY;
}
