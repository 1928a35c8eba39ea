import type { NotificationRowFragment } from '../generated/graphql.ts';
import { isNativeOn } from '../ui/native-permission.ts';
import { isAnyTabVisible, leadWhenFirst } from '../ui/tab-visibility.ts';

type Row = Pick<NotificationRowFragment, 'id' | 'title' | 'message'>;

// More at once than this helps nobody; the rest is on the bell.
const MOST_AT_ONCE = 3;
const BODY_LENGTH = 200;

/**
 * The browser's own notifications, for a reader who is not looking: shown by one tab of this browser (the leader), only
 * while no tab is visible, and taken back as soon as the notification is read anywhere.
 */
export class NativeNotifications {
  #isLeader = false;
  #shown = new Map<string, Notification>();
  /** Asked for, while it is found out whether the reader is looking. */
  #asked = new Set<string>();
  #onOpen: (id: string) => void = () => undefined;

  start(onOpen: (id: string) => void): () => void {
    this.#onOpen = onOpen;
    const resign = leadWhenFirst('carillon-native-notifications', () => {
      this.#isLeader = true;
      return () => (this.#isLeader = false);
    });
    return () => {
      resign();
      this.close([...this.#asked, ...this.#shown.keys()]);
    };
  }

  async show(rows: Row[]): Promise<void> {
    if (!this.#isLeader || !isNativeOn() || rows.length === 0) return;
    for (const { id } of rows) this.#asked.add(id);
    const isSeen = await isAnyTabVisible();
    const wanted = rows.filter(({ id }) => this.#asked.delete(id));
    if (isSeen) return;
    for (const row of wanted.slice(0, MOST_AT_ONCE)) this.#showOne(row);
  }

  close(ids: string[]): void {
    for (const id of ids) {
      this.#asked.delete(id);
      this.#shown.get(id)?.close();
      this.#shown.delete(id);
    }
  }

  #showOne({ id, title, message }: Row): void {
    try {
      const native = new Notification(title, {
        body: message.slice(0, BODY_LENGTH),
        tag: id,
        icon: '/favicon.svg',
      });
      native.onclick = () => {
        window.focus();
        native.close();
        this.#onOpen(id);
      };
      native.onclose = () => this.#shown.delete(id);
      this.#shown.set(id, native);
    } catch {
      // Some mobile browsers offer the constructor and then refuse it; the bell has rung all the same.
    }
  }
}
