import { leadWhenFirst } from './turns.ts';

/**
 * Whether it is for this tab to do what one tab of a browser does for all: sounds, and the browser's own notifications.
 * When the tab that leads goes away, the next one takes over.
 */
export class LeadingTab {
  #leads = false;

  get leads(): boolean {
    return this.#leads;
  }

  start(): () => void {
    return leadWhenFirst('carillon-leading-tab', () => {
      this.#leads = true;
      return () => (this.#leads = false);
    });
  }
}
