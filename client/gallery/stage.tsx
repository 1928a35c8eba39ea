// One state at a time, drawn by our own pages over a made-up server. Without a page load between two of them.
import '../src/ui/base.css';
import '../src/ui/page/page.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { Everything } from '../src/app/app.tsx';
import type { FakeInbox } from '../test/fake-inbox.ts';
import { until } from './until.ts';
import { SessionContext } from '../src/session/session-context.tsx';
import { clearToasts } from '../src/ui/layers/toast.ts';
import { isLanguage } from '../src/words/languages.ts';
import { changeLanguage } from '../src/words/load.ts';
import { WordsProvider } from '../src/words/use-words.tsx';
import { QUESTION } from './full-inbox.ts';
import { scenes, serverIn, type Scene } from './scenes.ts';
import { StagedSession } from './staged-session.ts';

type Shown = { root: Root; session: StagedSession; inbox: FakeInbox };

const page = document.documentElement;
const asked = new URLSearchParams(window.location.search);
const wanted = asked.get('language');
const language = isLanguage(wanted) ? wanted : 'en';
let shown: Shown | undefined;

/** For whoever drives the stage: the tests that look at every state. */
const stage = {
  show(scene: Scene, path: string): void {
    stage.clear();
    shown = draw(scene, path);
  },

  /** Nothing of what was shown before is left. */
  clear(): void {
    shown?.root.unmount();
    shown?.session.client.dispose();
    shown = undefined;
    clearToasts();
    localStorage.clear();
    sessionStorage.clear();
    document.title = 'Carillon';
    window.scrollTo(0, 0);
  },

  /** Something arrives, once what arrives is followed. */
  async ring(): Promise<void> {
    const { session, inbox } = shown!;
    await until(() => session.client.connection.get() === 'live');
    inbox.add({ ...QUESTION, title: 'It has rung', message: 'W'.repeat(120) });
  },
};

function draw(scene: Scene, path: string): Shown {
  const inbox = serverIn(scene, language);
  const session = new StagedSession(scene, inbox);
  const root = createRoot(document.getElementById('root')!);
  root.render(
    <StrictMode>
      <WordsProvider>
        <SessionContext.Provider value={session}>
          <MemoryRouter initialEntries={[path]}>
            <Everything />
          </MemoryRouter>
        </SessionContext.Provider>
      </WordsProvider>
    </StrictMode>,
  );
  return { root, session, inbox };
}

async function begin(): Promise<void> {
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') page.dataset['theme'] = theme;
  await changeLanguage(language);
  const direction = asked.get('direction');
  if (direction === 'ltr' || direction === 'rtl') page.dir = direction;
  Object.assign(window, { stage });
  const scene = asked.get('scene');
  if (scene && Object.hasOwn(scenes, scene))
    stage.show(scene as Scene, asked.get('path') ?? '/notifications');
}

void begin();
