import { SegmentedControl } from '../ui/buttons/segmented-control.tsx';
import { chooseTheme, useTheme, type Theme } from '../ui/theme.ts';
import { KeysSetting } from './keys-setting.tsx';
import { NativeSetting } from './native-setting.tsx';
import { SoundSetting } from './sound-setting.tsx';
import './settings.css';

const THEMES: { label: string; value: Theme }[] = [
  { label: 'Light', value: 'light' },
  { label: 'Dark', value: 'dark' },
  { label: 'Auto', value: 'auto' },
];

/** What belongs to this browser, and to whoever sits before it. */
export function BrowserSettings() {
  return (
    <>
      <section className="card setting" aria-labelledby="setting-native">
        <h2 id="setting-native">Browser notifications</h2>
        <NativeSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-sounds">
        <h2 id="setting-sounds">Sounds</h2>
        <SoundSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-keys">
        <h2 id="setting-keys">Keyboard</h2>
        <KeysSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-colours">
        <h2 id="setting-colours">Colours</h2>
        <p>Auto follows your device.</p>
        <SegmentedControl
          aria-labelledby="setting-colours"
          data={THEMES}
          value={useTheme()}
          onChange={chooseTheme}
        />
      </section>
    </>
  );
}
