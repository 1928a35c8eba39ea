import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Page } from '../ui/page.tsx';
import { NativeSetting } from './native-setting.tsx';

const SCHEMES: { label: string; value: MantineColorScheme }[] = [
  { label: 'Light', value: 'light' },
  { label: 'Dark', value: 'dark' },
  { label: 'Auto', value: 'auto' },
];

export function SettingsPage() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title="Settings" lead="These belong to this browser." narrow>
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
    </Page>
  );
}
