// The custom elements, for pages without React of their own: one script, and what it fetches beside it.
import { useEffect, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { NotificationRowFragment } from '../../../src/generated/graphql.ts';
import { NotificationBell } from '../../../src/notifications/bell/notification-bell.tsx';
import type { HostWords } from '../../../src/words/host-words.ts';
import { Drawn, type Drawing } from './drawing.tsx';
import { Provided } from './carillon-provider.tsx';
import { Frame } from './frame.tsx';
import { InboxView } from './inbox-view.tsx';
import { LazyPreferences } from './lazy-preferences.ts';
import { carillonAt, carillonBy, type GetToken } from './shared-inboxes.ts';
import { HostElement } from './slotted.tsx';
import { shadowOf } from './styles.ts';
import type { RowActs } from './use-row-acts.ts';
import { useUnreadCount } from './use-unread-count.ts';

type RenderRow = (notification: NotificationRowFragment, acts: RowActs) => Node;

const NOTHING: Drawing = {};

/**
 * What the elements have in common. Attributes: `url` (of the server), `token-url` (a path of the page's own server that
 * answers `{ "token": "…" }` for whoever is signed in there), `language`, `theme` (`light` or `dark`), `inbox-page` and
 * `preferences-page` (paths). Properties: `getToken`, in the place of `token-url`; `words`, texts of the page's own;
 * `renderRow(notification, acts)`, which makes the inside of a row. Slots: `header`, `actions`, `empty`, `bell-icon`. Events: `carillon-unread` with
 * `detail.count`; `carillon-navigate` with `detail.path`, cancelable: whoever follows the link themselves cancels it.
 */
abstract class CarillonElement extends HTMLElement {
  static readonly observedAttributes = [
    'url',
    'token-url',
    'language',
    'theme',
    'inbox-page',
    'preferences-page',
  ];

  #root: Root | undefined;
  #getToken: GetToken | undefined;
  #words: HostWords | undefined;
  #renderRow: RenderRow | undefined;

  /** What is drawn in it. */
  protected abstract readonly of: 'bell' | 'inbox' | 'preferences';
  protected abstract view(): ReactNode;

  get getToken(): GetToken | undefined {
    return this.#getToken;
  }

  set getToken(getToken: GetToken | undefined) {
    // Nothing is drawn by what can give no token.
    this.#getToken = typeof getToken === 'function' ? getToken : undefined;
    this.#draw();
  }

  get words(): HostWords | undefined {
    return this.#words;
  }

  set words(words: HostWords | undefined) {
    this.#words = words;
    this.#draw();
  }

  get renderRow(): RenderRow | undefined {
    return this.#renderRow;
  }

  set renderRow(renderRow: RenderRow | undefined) {
    this.#renderRow = renderRow;
    this.#draw();
  }

  connectedCallback(): void {
    this.dataset['carillon'] = this.of;
    this.#draw();
  }

  attributeChangedCallback(): void {
    this.#draw();
  }

  disconnectedCallback(): void {
    // Not where it was only moved.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#root?.unmount();
      this.#root = undefined;
    });
  }

  #draw(): void {
    const url = this.getAttribute('url');
    const tokenUrl = this.getAttribute('token-url');
    if (!this.isConnected || url === null || (!this.#getToken && tokenUrl === null)) return;
    const carillon = this.#getToken ? carillonBy(url, this.#getToken) : carillonAt(url, tokenUrl!);
    const language = this.getAttribute('language');
    const theme = this.getAttribute('theme');
    this.#root ??= createRoot(shadowOf(this));
    this.#root.render(
      <Provided
        carillon={carillon}
        {...(language !== null && { language })}
        {...(this.#words && { words: this.#words })}
        {...((theme === 'light' || theme === 'dark') && { theme })}
        navigate={this.#navigate}
        pages={this.#pages()}
      >
        <HostElement.Provider value={this.#host}>
          <Frame>
            <Drawn by={NOTHING} nodeOfRow={this.#renderRow}>
              {this.view()}
            </Drawn>
          </Frame>
        </HostElement.Provider>
        <Unread tell={this.#tellUnread} />
      </Provided>,
    );
  }

  #host = { element: this as HTMLElement };

  #pages() {
    const inbox = this.getAttribute('inbox-page');
    const preferences = this.getAttribute('preferences-page');
    return { ...(inbox !== null && { inbox }), ...(preferences !== null && { preferences }) };
  }

  #navigate = (path: string): void => {
    if (this.#tell('carillon-navigate', { path })) window.location.assign(path);
  };

  #tellUnread = (count: number): void => void this.#tell('carillon-unread', { count });

  #tell(type: string, detail: object): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}

function Unread({ tell }: { tell: (count: number) => void }): null {
  const count = useUnreadCount();
  useEffect(() => {
    if (count !== undefined) tell(count);
  }, [count, tell]);
  return null;
}

class CarillonBell extends CarillonElement {
  protected readonly of = 'bell';
  protected view = () => <NotificationBell />;
}

class CarillonInbox extends CarillonElement {
  protected readonly of = 'inbox';
  protected view = () => <InboxView />;
}

class CarillonPreferences extends CarillonElement {
  protected readonly of = 'preferences';
  protected view = () => <LazyPreferences />;
}

const ELEMENTS = {
  'carillon-bell': CarillonBell,
  'carillon-inbox': CarillonInbox,
  'carillon-preferences': CarillonPreferences,
};
for (const [name, element] of Object.entries(ELEMENTS)) {
  // The script may be there twice.
  if (!customElements.get(name)) customElements.define(name, element);
}
