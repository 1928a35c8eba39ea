import { ApolloLink } from '@apollo/client';
import { ReplaySubject, tap, type Observable } from 'rxjs';
import type { Counts } from '../lists/counts.ts';

/** The point in the inbox's history at which an answer was read. */
export type Snapshot = Pick<Counts, 'epoch' | 'seq'>;

type WithInbox = { inbox?: { counts: Counts } } | null | undefined;

// For a follower that starts after the first pages have come.
const REMEMBERED = 10;

/**
 * Reports at which seq each answer with rows (a page, a marked notification) was read, after it was written to the
 * cache. The cache cannot guard normalised rows against an older answer, so whoever follows the inbox repairs what one
 * undid.
 */
export function createPageSnapshots(): {
  link: ApolloLink;
  pages: Observable<Snapshot>;
  /** Reports one of rows that came another way. */
  report: (snapshot: Snapshot) => void;
} {
  const pages = new ReplaySubject<Snapshot>(REMEMBERED);
  const report = ({ epoch, seq }: Snapshot) => pages.next({ epoch, seq });
  const link = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap(({ data }) => {
        const counts = countsOf(data);
        // A task later: the cache is written only after this answer has gone up the links.
        if (counts) setTimeout(() => report(counts));
      }),
    ),
  );
  return { link, pages, report };
}

/** Of whatever the answer is to: what holds rows says beside them where its inbox was. */
function countsOf(data: unknown): Counts | undefined {
  const answers = Object.values((data ?? {}) as Record<string, WithInbox>);
  return answers.find((answer) => answer?.inbox && holdsRow(answer))?.inbox?.counts;
}

function holdsRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('__typename' in value && value.__typename === 'Notification') return true;
  return Object.values(value).some(holdsRow);
}
