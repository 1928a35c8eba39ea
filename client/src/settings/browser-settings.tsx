import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { NativeSetting } from './native-setting.tsx';

const SCHEMES: { label: string; value: MantineColorScheme }[] = [
  { label: 'Light', value: 'light' },
  { label: 'Dark', value: 'dark' },
  { label: 'Auto', value: 'auto' },
];

/** What belongs to this browser, and to whoever sits before it. */
export function BrowserSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <section className="card setting" aria-labelledby="setting-native">
        <h2 id="setting-native">Browser notifications</h2>
        <NativeSetting />
      </section>
      <section className="card setting" aria-labelledby="setting-colours">
        <h2 id="setting-colours">Colours</h2>
        <p>Auto follows your device.</p>
        <SegmentedControl
          aria-label="Colours"
          data={SCHEMES}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme)}
        />
      </section>
    </>
  );
}
