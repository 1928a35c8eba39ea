import { IconMoon } from '@tabler/icons-react';
import { Button } from '../../ui/buttons/button.tsx';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { quietWords, useQuiet } from './use-quiet.ts';
import { useWords } from '../../words/use-words.tsx';
import './quiet-notice.css';

/** On top of what arrives: that it does not ring now, and the way out of a time that was begun by hand. */
export function QuietNotice() {
  const say = useWords();
  const quiet = useQuiet();
  const { setDoNotDisturb } = usePreferenceChanges();
  if (!quiet) return null;
  const words = quietWords(quiet);
  return (
    <p className="quiet-notice">
      <IconMoon size={16} stroke={1.8} aria-hidden="true" />
      <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
      {quiet.reason === 'DO_NOT_DISTURB' && (
        <Button variant="subtle" size="small" onClick={() => void setDoNotDisturb(null)}>
          {say('quiet.endNow')}
        </Button>
      )}
    </p>
  );
}
