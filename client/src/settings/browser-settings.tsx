import { SegmentedControl } from '../ui/buttons/segmented-control.tsx';
import { chooseTheme, useTheme, type Theme } from '../ui/theme.ts';
import { KeysSetting } from './keys-setting.tsx';
import { NativeSetting } from './native-setting.tsx';
import { SoundSetting } from './sound-setting.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PlainKey } from '../words/words.ts';
import '../ui/fields/setting.css';
import './settings.css';

const THEMES: { name: PlainKey; value: Theme }[] = [
  { name: 'settings.light', value: 'light' },
  { name: 'settings.dark', value: 'dark' },
  { name: 'settings.auto', value: 'auto' },
];

/** What belongs to this browser, and to whoever sits before it. */
export function BrowserSettings() {
  const say = useWords();
  return (
    <>
      <section className="card setting" aria-labelledby="setting-native">
        <h2 id="setting-native">{say('native.title')}</h2>
        <NativeSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-sounds">
        <h2 id="setting-sounds">{say('settings.sounds')}</h2>
        <SoundSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-keys">
        <h2 id="setting-keys">{say('settings.keyboard')}</h2>
        <KeysSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-colours">
        <h2 id="setting-colours">{say('settings.colours')}</h2>
        <p>{say('settings.autoLead')}</p>
        <SegmentedControl
          aria-labelledby="setting-colours"
          data={THEMES.map(({ name, value }) => ({ label: say(name), value }))}
          value={useTheme()}
          onChange={chooseTheme}
        />
      </section>
    </>
  );
}
