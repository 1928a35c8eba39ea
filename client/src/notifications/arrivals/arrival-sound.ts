import { inBrowser, inTab } from '../../browser/kept.ts';
import type { LeadingTab } from '../../browser/leading-tab.ts';
import { playSound, soundOf } from '../../browser/sound.ts';
import { whenVisible } from '../../browser/tab-visibility.ts';
import { serverTime } from '../../browser/server-time.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { toastFailure } from '../../ui/layers/toast.ts';
import { isInboxInView } from './inbox-in-view.ts';
import { say } from '../../words/words.ts';

type Row = Pick<NotificationRowFragment, 'category'>;

const AT_MOST_EVERY = 3_000;
/** In all tabs, also when another begins to lead. */
const LAST_AT = 'carillon-sound-at';
const IS_SAID = 'carillon-sound-blocked';

/**
 * The sounds of what arrives: by one tab of this browser, and one at a time when much comes at once. None while the reader
 * looks at the inbox, where they see it come.
 */
export class ArrivalSound {
  #tab: Pick<LeadingTab, 'leads'>;

  constructor(tab: Pick<LeadingTab, 'leads'>) {
    this.#tab = tab;
  }

  /** @param rows what rings now, and is no replay */
  async ring(rows: Row[]): Promise<void> {
    if (!this.#tab.leads) return;
    const sound = rows.map(({ category }) => soundOf(category)).find(Boolean);
    if (!sound || (await isInboxInView()) || !isLongAfterTheLast()) return;
    inBrowser.write(LAST_AT, String(serverTime()));
    if ((await playSound(sound)) === 'blocked') sayBlocked();
  }
}

/** Either way, since the clock may be set right meanwhile. */
function isLongAfterTheLast(): boolean {
  return Math.abs(serverTime() - Number(inBrowser.read(LAST_AT))) >= AT_MOST_EVERY;
}

/** Once in a tab, and when there is somebody to read it. */
function sayBlocked(): void {
  if (inTab.read(IS_SAID)) return;
  inTab.write(IS_SAID, 'said');
  whenVisible(() => toastFailure(say('notification.soundBlocked'), say('notification.soundBlockedWhy')));
}
