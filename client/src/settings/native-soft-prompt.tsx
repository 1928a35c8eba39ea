import { IconBellRinging } from '@tabler/icons-react';
import { Button } from '../ui/buttons/button.tsx';
import { mayAskSoftly, rememberNotNow, turnNativeOn, useNativeState } from '../browser/native-permission.ts';
import './settings.css';

/** Asks in our own words first, and only after the reader did something that they will want to hear about. */
export function NativeSoftPrompt() {
  const state = useNativeState();
  if (state !== 'ask' || !mayAskSoftly()) return null;
  return (
    <section className="card soft-prompt" aria-label="Browser notifications">
      <IconBellRinging size={22} stroke={1.7} aria-hidden="true" />
      <p>Shall your browser tell you when this is decided?</p>
      <div className="soft-prompt-actions">
        <Button size="small" onClick={() => void turnNativeOn()}>
          Yes, please
        </Button>
        <Button size="small" variant="subtle" color="gray" onClick={rememberNotNow}>
          Not now
        </Button>
      </div>
    </section>
  );
}
