import { PreferencesPage } from '../preferences/preferences-page.tsx';
import { ExportCard } from '../session/export-card.tsx';
import { BrowserSettings } from '../settings/browser-settings.tsx';

/** What a reader chooses for all their devices, and what for this browser: one page, and loaded as one. */
export function Preferences() {
  return <PreferencesPage ownData={<ExportCard />} thisBrowser={<BrowserSettings />} />;
}
