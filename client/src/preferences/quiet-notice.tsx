import { Button } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { usePreferenceChanges } from './use-preference-changes.ts';
import { quietWords, useQuiet } from './use-quiet.ts';

/** On top of what arrives: that it does not ring now, and the way out of a time that was begun by hand. */
export function QuietNotice() {
  const quiet = useQuiet();
  const { setDoNotDisturb } = usePreferenceChanges();
  if (!quiet) return null;
  const end = ({ currentTarget }: MouseEvent) => {
    // The button goes with what it ended; the focus goes to the heading above it.
    currentTarget.closest('.panel')?.querySelector<HTMLElement>('h2')?.focus();
    void setDoNotDisturb(null);
  };
  const words = quietWords(quiet);
  return (
    <p className="quiet-notice">
      <IconMoon size={16} stroke={1.8} aria-hidden="true" />
      <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
      {quiet.reason === 'DO_NOT_DISTURB' && (
        <Button variant="subtle" size="compact-sm" onClick={end}>
          End now
        </Button>
      )}
    </p>
  );
}
