import { useState } from 'react';
import { chooseSound, playSound, useSoundOf, type Outcome, type Sound } from '../browser/sound.ts';
import { usePreferencesQuery } from '../generated/hooks.ts';
import { Button } from '../ui/buttons/button.tsx';
import { SegmentedControl } from '../ui/buttons/segmented-control.tsx';

const CHOICES: { label: string; value: Sound | 'none' }[] = [
  { label: 'None', value: 'none' },
  { label: 'Bell', value: 'bell' },
  { label: 'Chime', value: 'chime' },
];

const WHY_NOT: Record<Outcome, string> = {
  played: '',
  blocked: 'Blocked by this browser. To hear it, allow sound for this site in the site settings.',
  failed: 'The sound could not be played. Try again when you are online.',
};

/** One sound or none for each category, off until the reader turns it on. */
export function SoundSetting() {
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
      <p>
        What rings can also be heard, also when you look at something else: once in three seconds, by one tab,
        and never in quiet hours or do not disturb.
      </p>
      {preferences?.categories.map(({ category, title }) => (
        <CategorySound
          key={category}
          category={category}
          title={title}
          lang={preferences.language.toLowerCase()}
          onTry={(sound) => void attempt(sound)}
        />
      ))}
      <p role="status" className="hint">
        {WHY_NOT[outcome]}
      </p>
    </>
  );
}

type Props = { category: string; title: string; lang: string; onTry: (sound: Sound) => void };

function CategorySound({ category, title, lang, onTry }: Props) {
  const sound = useSoundOf(category);
  return (
    <div className="sound-of-category">
      <span lang={lang} dir="auto">
        {title}
      </span>
      <SegmentedControl
        aria-label={`Sound for ${title}`}
        data={CHOICES}
        value={sound ?? 'none'}
        onChange={(chosen) => chooseSound(category, chosen === 'none' ? undefined : chosen)}
      />
      <Button
        variant="default"
        size="small"
        aria-label={`Try it for ${title}`}
        disabled={!sound}
        onClick={() => sound && onTry(sound)}
      >
        Try it
      </Button>
    </div>
  );
}
