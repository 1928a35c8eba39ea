import { linkOf, type Link } from '../../../server/src/platform/text/link.ts';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { kindOf, type Subject } from '../inbox/subjects/subject.ts';
import { say } from '../words/words.ts';

type Target = { url: Link; label: string };

/** Where a notification leads on to, if anywhere. */
export function targetOf({ url, subject }: Pick<NotificationRowFragment, 'url' | 'subject'>): Target | null {
  const link = linkOf(url ?? '') ?? linkOf(subject?.url ?? '');
  if (!link) return null;
  if (link.kind === 'external') return { url: link, label: say('notification.openLink') };
  return { url: link, label: subject ? viewWords(subject) : say('notification.open') };
}

/** What kind of thing it is only its sender says, in whatever language; but for the one that is ours. */
function viewWords(subject: Subject): string {
  if (subject.type === 'application') return say('notification.viewApplication');
  return say('notification.view', { kind: kindOf(subject) });
}

/** The page of the notification itself. */
export function pathOf(id: string): string {
  return `/notifications/${id}`;
}

/** Where its row leads: straight to what it is about, or to its own page, where that has one, when it is about nothing else. */
export function destinationOf(
  row: Pick<NotificationRowFragment, 'url' | 'subject'>,
  ownPath: string | null | undefined,
): Link | undefined {
  return targetOf(row)?.url ?? (ownPath ? { kind: 'path', href: ownPath } : undefined);
}

/** Where, on its page, a notification says why it came, and what else became of it. */
export const WHY = '#why';
