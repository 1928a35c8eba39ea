import { useState } from 'react';
import {
  chooseSound,
  chooseVolume,
  LEAST_VOLUME,
  playSound,
  useSoundOf,
  useVolume,
  type Outcome,
  type Sound,
} from '../browser/sound.ts';
import { usePreferencesQuery } from '../generated/preferences.ts';
import { Button } from '../ui/buttons/button.tsx';
import { SegmentedControl } from '../ui/buttons/segmented-control.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PlainKey } from '../words/words.ts';

const CHOICES: { name: PlainKey; value: Sound | 'none' }[] = [
  { name: 'settings.noSound', value: 'none' },
  { name: 'settings.bell', value: 'bell' },
  { name: 'settings.chime', value: 'chime' },
];

const WHY_NOT = {
  played: '',
  blocked: 'settings.soundBlocked',
  failed: 'settings.soundFailed',
} as const satisfies Record<Outcome, string>;

/** One sound or none for each category, off until the reader turns it on. */
export function SoundSetting() {
  const say = useWords();
  const { data } = usePreferencesQuery();
  const [outcome, setOutcome] = useState<Outcome>('played');
  const preferences = data?.preferences;
  const attempt = async (sound: Sound) => {
    // It may fail for the same reason again, which is to be heard again.
    setOutcome('played');
    setOutcome(await playSound(sound));
  };
  return (
    <>
      <p>{say('settings.soundsLead')}</p>
      {preferences?.categories.map(({ category, title }) => (
        <CategorySound
          key={category}
          category={category}
          title={title}
          lang={preferences.language.toLowerCase()}
          onTry={(sound) => void attempt(sound)}
        />
      ))}
      <Volume />
      <p role="status" className="hint">
        {WHY_NOT[outcome] && say(WHY_NOT[outcome])}
      </p>
    </>
  );
}

function Volume() {
  const say = useWords();
  return (
    <label className="sound-volume">
      {say('settings.volume')}
      <input
        type="range"
        min={LEAST_VOLUME}
        max={100}
        step={5}
        value={useVolume()}
        onChange={({ currentTarget }) => chooseVolume(currentTarget.valueAsNumber)}
      />
    </label>
  );
}

type Props = { category: string; title: string; lang: string; onTry: (sound: Sound) => void };

function CategorySound({ category, title, lang, onTry }: Props) {
  const say = useWords();
  const sound = useSoundOf(category);
  return (
    <div className="sound-of-category">
      <span lang={lang} dir="auto">
        {title}
      </span>
      <SegmentedControl
        aria-label={say('settings.soundFor', { category: title })}
        data={CHOICES.map((choice) => ({ label: say(choice.name), value: choice.value }))}
        value={sound ?? 'none'}
        onChange={(chosen) => chooseSound(category, chosen === 'none' ? undefined : chosen)}
      />
      <Button
        variant="default"
        size="small"
        aria-label={say('settings.tryItFor', { category: title })}
        disabled={!sound}
        onClick={() => sound && onTry(sound)}
      >
        {say('settings.tryIt')}
      </Button>
    </div>
  );
}
