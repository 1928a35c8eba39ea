// The custom elements on a page that is not ours, one state at a time, over a made-up server.
import '../../packages/react/src/elements.tsx';
import { isLanguage, WRITING } from '../../src/words/languages.ts';
import { scenes, serverIn, type Scene } from '../scenes.ts';
import { staged } from './staged-client.ts';

const page = document.documentElement;
const asked = new URLSearchParams(window.location.search);
const wanted = asked.get('language');
const language = isLanguage(wanted) ? wanted : 'en';
let shows = 0;

/** For whoever drives it, as the other stage. */
const stage = {
  /** @param names of the elements, each in the place where hosts have it */
  show(scene: Scene, names: string): void {
    stage.clear();
    shows++;
    staged.server = serverIn(scene, language);
    for (const name of names.split(' ')) place(name === 'bell' ? 'beside' : 'room').append(made(name));
  },

  clear(): void {
    for (const id of ['beside', 'room'] as const) place(id).replaceChildren();
    window.scrollTo(0, 0);
  },
};

const place = (id: 'beside' | 'room') => document.getElementById(id)!;

/** All that are on the page show one inbox, as those of one address do. */
function made(name: string): HTMLElement {
  const element = document.createElement(`carillon-${name}`);
  element.setAttribute('url', `${window.location.origin}/${shows}`);
  element.setAttribute('token-url', '/token');
  element.setAttribute('inbox-page', '/inbox');
  element.setAttribute('preferences-page', '/preferences');
  return element;
}

page.lang = language;
page.dir = asked.get('direction')?.replace('auto', '') || (WRITING[language].isRightToLeft ? 'rtl' : 'ltr');
const theme = asked.get('theme');
if (theme === 'light' || theme === 'dark') page.dataset['theme'] = theme;
Object.assign(window, { stage });
const scene = asked.get('scene');
if (scene && Object.hasOwn(scenes, scene)) stage.show(scene as Scene, asked.get('path') ?? 'bell inbox');
