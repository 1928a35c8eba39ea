import type { NotificationRowFragment, SubjectRef } from '../../generated/graphql.ts';
import { isAbout } from '../lists/filter.ts';
import { ofSession } from '../of-session.ts';

type Opened = { subject: SubjectRef; onNews: () => void };

/** What the reader has before them in this tab: a page says so here, and hears of what arrives about it. */
export class OpenSubjects {
  #opened = new Set<Opened>();

  /** Returns what ends it. */
  open(subject: SubjectRef, onNews: () => void): () => void {
    const opened = { subject, onNews };
    this.#opened.add(opened);
    return () => void this.#opened.delete(opened);
  }

  /** Tells whoever shows what these rows are about. Gives those whose subject the reader does not see now. */
  tell(rows: NotificationRowFragment[]): NotificationRowFragment[] {
    const concerned = [...this.#opened].filter(({ subject }) => rows.some((row) => isAbout(row, subject)));
    for (const { onNews } of concerned) onNews();
    if (document.visibilityState !== 'visible') return rows;
    return rows.filter((row) => !concerned.some(({ subject }) => isAbout(row, subject)));
  }
}

export const openSubjectsOf = ofSession(() => new OpenSubjects());
