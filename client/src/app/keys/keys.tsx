import { Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { whenIdle } from '../../browser/idle.ts';
import { commandBoard } from '../../shortcuts/commands.ts';
import { handleKeys } from '../../shortcuts/handle-keys.ts';
import type { CommandName } from '../../shortcuts/shortcuts.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { toastFailure } from '../../ui/layers/toast.ts';
import { Boundary } from '../../ui/page/boundary.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { withWords } from '../../words/load.ts';
import { say } from '../../words/words.ts';

const HelpDialog = lazyPart(() =>
  withWords('keys', import('./help-dialog.tsx')).then((module) => module.HelpDialog),
);
const CommandPalette = lazyPart(() =>
  withWords('keys', import('./palette/command-palette.tsx')).then((module) => module.CommandPalette),
);

type Opened = { kind: 'help' } | { kind: 'palette'; offered: CommandName[] };

/** Of what the palette offers as acts upon the notification in front, in its order. */
const ACTS = [
  'open',
  'archive',
  'markAsRead',
  'markAsUnread',
  'snooze',
  'pin',
  'mute',
  'select',
  'remove',
  'undo',
] as const satisfies CommandName[];

/** What keys do on every page, and the dialogs that they open. Mounted once. */
export function Keys() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  // What is written while a dialog is still on its way is not meant for the page.
  useEffect(() => (opened ? undefined : handleKeys()), [opened]);
  useEffect(() => whenIdle(CommandPalette.preload), []);
  useCommands({
    goToNotifications: () => void navigate('/notifications'),
    goToApplications: () => void navigate('/applications'),
    goToPreferences: () => void navigate('/preferences'),
    search: () => {
      commandBoard.await('search');
      void navigate('/notifications');
    },
    palette: () => setOpened({ kind: 'palette', offered: commandBoard.offered(ACTS) }),
    help: () => setOpened({ kind: 'help' }),
  });
  // One may have opened the other.
  const close = (kind: Opened['kind']) => setOpened((now) => (now?.kind === kind ? null : now));
  const onFail = () => {
    setOpened(null);
    toastFailure(say('app.couldNotOpen'), say('app.loadPageAgain'));
  };
  return (
    <Boundary fallback={null} onFail={onFail}>
      <Suspense fallback={null}>
        {opened?.kind === 'help' && <HelpDialog onClose={() => close('help')} />}
        {opened?.kind === 'palette' && (
          <CommandPalette offered={opened.offered} onClose={() => close('palette')} />
        )}
      </Suspense>
    </Boundary>
  );
}
