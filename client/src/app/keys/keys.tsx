import { Suspense, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
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

/** `opening` counts them: what is told of a dialog that was closed is not about the next one. */
type Opened = { opening: number } & ({ kind: 'help' } | { kind: 'palette'; offered: CommandName[] });

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
  const openings = useRef(0);
  const isOnItsWay = useRef(false);
  useEffect(() => handleKeys(() => isOnItsWay.current), []);
  useEffect(() => whenIdle(CommandPalette.preload), []);
  useCommands({
    goToNotifications: () => void navigate('/notifications'),
    goToApplications: () => void navigate('/applications'),
    goToPreferences: () => void navigate('/preferences'),
    search: () => {
      commandBoard.await('search');
      void navigate('/notifications');
    },
    palette: () =>
      setOpened({ opening: ++openings.current, kind: 'palette', offered: commandBoard.offered(ACTS) }),
    help: () => setOpened({ opening: ++openings.current, kind: 'help' }),
  });
  // A dialog tells a task later that it was closed: by then it, or the other, may have been opened again.
  const onClose = () => setOpened((now) => (now?.opening === opened?.opening ? null : now));
  const onFail = () => {
    setOpened(null);
    toastFailure(say('app.couldNotOpen'), say('app.loadPageAgain'));
  };
  return (
    <Boundary fallback={null} onFail={onFail}>
      <Suspense fallback={<OnItsWay onItsWayRef={isOnItsWay} />}>
        {opened?.kind === 'help' && <HelpDialog key={opened.opening} onClose={onClose} />}
        {opened?.kind === 'palette' && (
          <CommandPalette key={opened.opening} offered={opened.offered} onClose={onClose} />
        )}
      </Suspense>
    </Boundary>
  );
}

/** What is written while a dialog is still on its way is not meant for the page. */
function OnItsWay({ onItsWayRef }: { onItsWayRef: RefObject<boolean> }) {
  useLayoutEffect(() => {
    onItsWayRef.current = true;
    return () => void (onItsWayRef.current = false);
  }, [onItsWayRef]);
  return null;
}
