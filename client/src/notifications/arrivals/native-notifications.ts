import { contained } from '../../../../server/src/platform/text/bidi.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { clip } from '../../ui/words/clip.ts';
import { isNativeOn, showNative } from '../../browser/native-permission.ts';
import { pushOwner } from '../../browser/push.ts';
import { isAnyTabVisible } from '../../browser/tab-visibility.ts';
import type { LeadingTab } from '../../browser/leading-tab.ts';
import { arrive, endSum, leave, NOBODY, standing, sumWords, WINDOW } from './crowd.ts';

type Row = Pick<NotificationRowFragment, 'id' | 'title' | 'message'>;

const BODY_LENGTH = 200;
const SUM = 'carillon-arrivals';
// A number that grows with each arrival of a burst is drawn once in this time, not each time.
const REDRAWN_EVERY = 1_000;

/**
 * The browser's own notifications, for a reader who is not looking: shown by the leading tab of this browser, only
 * while no tab is visible, a few one by one and the others as one number, and taken back as soon as they are read
 * anywhere.
 */
export class NativeNotifications {
  #tab: LeadingTab;
  #shown = new Map<string, Notification>();
  #crowd = NOBODY;
  /** Asked for, while it is found out whether the reader is looking. */
  #asked = new Set<string>();
  #rangAt = -Infinity;
  #redrawing: ReturnType<typeof setTimeout> | undefined;
  #onOpen: (id: string | null) => void = () => undefined;

  constructor(tab: LeadingTab) {
    this.#tab = tab;
  }

  /** @param onOpen the reader wants to see this one, or all when it is none of them alone */
  start(onOpen: (id: string | null) => void): () => void {
    this.#onOpen = onOpen;
    const onVisible = () => {
      if (document.visibilityState === 'visible') this.#dropSum();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      this.#dropSum();
      this.#asked.clear();
      this.close(standing(this.#crowd));
    };
  }

  /** @param isReplay they came while this tab was away: told without a sound */
  async show(rows: Row[], isReplay = false): Promise<void> {
    // Where pushes come they tell the same, a few seconds later.
    if (!this.#tab.leads || !isNativeOn() || pushOwner() !== null || rows.length === 0) return;
    for (const { id } of rows) this.#asked.add(id);
    const isSeen = await isAnyTabVisible();
    const wanted = rows.filter(({ id }) => this.#asked.delete(id));
    if (isSeen) return this.#dropSum();
    this.#crowd = arrive(
      this.#crowd,
      wanted.map(({ id }) => id),
      performance.now(),
      isReplay,
    );
    const single = new Set(standing(this.#crowd));
    for (const row of wanted) if (single.has(row.id)) this.#showOne(row);
    if (wanted.some(({ id }) => this.#crowd.summed.includes(id)))
      this.#redrawing ??= setTimeout(() => this.#showSum(isReplay), REDRAWN_EVERY);
  }

  close(ids: string[]): void {
    const { length } = this.#crowd.summed;
    this.#crowd = leave(this.#crowd, ids);
    for (const id of ids) {
      this.#asked.delete(id);
      this.#take(id);
    }
    if (this.#crowd.summed.length < length) this.#showSum(true);
  }

  /** One that stands already has grown: it takes the place of what it said before. */
  #showOne({ id, title, message }: Row): void {
    this.#rangAt = performance.now();
    const onGone = () => (this.#crowd = leave(this.#crowd, [id]));
    // The system puts its own words around these.
    const body = contained(clip(message, BODY_LENGTH));
    this.#put(id, contained(title), { body }, { onOpen: () => this.#onOpen(id), onGone });
  }

  /** In the place of the one before; it rings again only when nothing has for a while. */
  #showSum(isSilent: boolean): void {
    this.#redrawing = undefined;
    const now = performance.now();
    const words = sumWords(this.#crowd, now);
    if (!words) return this.#take(SUM);
    const renotify = !isSilent && now >= this.#rangAt + WINDOW;
    if (renotify) this.#rangAt = now;
    const onGone = () => (this.#crowd = endSum(this.#crowd, performance.now(), true));
    this.#put(SUM, words, { renotify, silent: isSilent }, { onOpen: () => this.#onOpen(null), onGone });
  }

  #put(
    tag: string,
    title: string,
    options: NotificationOptions & { renotify?: boolean },
    { onOpen, onGone }: { onOpen: () => void; onGone: () => void },
  ): void {
    // What is replaced goes without having been sent away.
    this.#shown.delete(tag);
    const native = showNative(title, { ...options, tag, icon: '/favicon.svg' });
    if (!native) return;
    this.#shown.set(tag, native);
    native.onclick = () => {
      window.focus();
      this.#take(tag);
      onGone();
      onOpen();
    };
    native.onclose = () => {
      if (this.#shown.get(tag) !== native) return;
      this.#shown.delete(tag);
      onGone();
    };
  }

  /** The reader is here, and sees for themselves. */
  #dropSum(): void {
    clearTimeout(this.#redrawing);
    this.#redrawing = undefined;
    this.#take(SUM);
    this.#crowd = endSum(this.#crowd, performance.now(), false);
  }

  #take(tag: string): void {
    const native = this.#shown.get(tag);
    this.#shown.delete(tag);
    native?.close();
  }
}
