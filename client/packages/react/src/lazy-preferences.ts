import { lazyPart } from '../../../src/ui/page/lazy-part.ts';
import { withWords } from '../../../src/words/load.ts';

/** With their words and styles: fetched where they are shown. */
export const LazyPreferences = lazyPart(() =>
  withWords('preferences', import('./preferences-view.tsx')).then((module) => module.PreferencesView),
);
