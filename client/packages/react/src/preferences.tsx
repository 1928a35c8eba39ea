import { LazyPreferences } from './lazy-preferences.ts';
import { Shadow, type HostProps } from './shadow.tsx';

/** What reaches the reader, how, and when, on all their devices: for a page of its own. Fetched when it is first shown. */
export function Preferences(props: HostProps) {
  return (
    <Shadow {...props} of="preferences">
      <LazyPreferences />
    </Shadow>
  );
}
