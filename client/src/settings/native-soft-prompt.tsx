import { IconBellRinging } from '@tabler/icons-react';
import { Button } from '../ui/buttons/button.tsx';
import { mayAskSoftly, rememberNotNow, useNativeState } from '../browser/native-permission.ts';
import { askForNative } from './ask-for-native.ts';
import { useWords } from '../words/use-words.tsx';
import './settings.css';

/** Asks in our own words first, and only after the reader did something that they will want to hear about. */
export function NativeSoftPrompt() {
  const say = useWords();
  const state = useNativeState();
  if (state !== 'ask' || !mayAskSoftly()) return null;
  return (
    <section className="card soft-prompt" aria-label={say('native.title')}>
      <IconBellRinging size={22} stroke={1.7} aria-hidden="true" />
      <p>{say('native.shallWe')}</p>
      <div className="soft-prompt-actions">
        <Button size="small" onClick={askForNative}>
          {say('native.yes')}
        </Button>
        <Button size="small" variant="subtle" color="gray" onClick={rememberNotNow}>
          {say('native.notNow')}
        </Button>
      </div>
    </section>
  );
}
