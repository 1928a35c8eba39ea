import { useNavigate } from 'react-router';
import { serverTime } from '../../../browser/server-time.ts';
import { searchWith } from '../../../notifications/list/list-address.ts';
import { VIEWS } from '../../../notifications/page/views.ts';
import { inOneHour } from '../../../preferences/quiet/do-not-disturb-times.ts';
import { useQuiet } from '../../../preferences/quiet/use-quiet.ts';
import { usePreferenceChanges } from '../../../preferences/use-preference-changes.ts';
import { useSession, useSignedIn } from '../../../session/session-context.tsx';
import { commandBoard } from '../../../shortcuts/commands.ts';
import { shortcutOf, type CommandName } from '../../../shortcuts/shortcuts.ts';
import { showToast } from '../../../ui/layers/toast.ts';
import { chooseTheme, useTheme, type Theme } from '../../../ui/theme.ts';
import { momentWords } from '../../../ui/words/moment.ts';
import type { Choice } from './palette.tsx';

const READING_TIME = 6_000;

const THEMES: { theme: Theme; label: string }[] = [
  { theme: 'light', label: 'Light colours' },
  { theme: 'dark', label: 'Dark colours' },
  { theme: 'auto', label: 'Colours as on this device' },
];

/**
 * All that the palette offers, what is nearest first.
 * @param offered what can be done with the notification in front
 * @param markAll null where nothing is unread
 */
export function useChoices(offered: CommandName[], markAll: (() => void) | null): Choice[] {
  return [...actChoices(offered), ...useGoing(), ...useInboxChoices(markAll), ...useBrowserChoices()];
}

/** Leads to what has the words that were written. */
export function useSearchChoice(): (written: string) => Choice {
  const navigate = useNavigate();
  return (written) => ({
    label: `Search notifications for “${written}”`,
    group: 'Search',
    run: () => void navigate(`/notifications${searchWith(new URLSearchParams(), 'search', written)}`),
  });
}

function actChoices(offered: CommandName[]): Choice[] {
  return offered.map((command) => ({
    label: shortcutOf(command).does,
    group: command === 'undo' ? 'Inbox' : 'This notification',
    command,
    run: () => void commandBoard.run(command),
  }));
}

function useGoing(): Choice[] {
  const navigate = useNavigate();
  const isCandidate = useSignedIn().viewer.role === 'CANDIDATE';
  const to = (path: string) => () => void navigate(path);
  return [
    {
      label: 'Notifications',
      group: 'Page',
      words: 'inbox bell',
      command: 'goToNotifications',
      run: to('/notifications'),
    },
    { label: 'Applications', group: 'Page', command: 'goToApplications', run: to('/applications') },
    ...(isCandidate ? [{ label: 'New application', group: 'Page', run: to('/applications/new') }] : []),
    {
      label: 'Preferences',
      group: 'Page',
      words: 'settings mute quiet hours e-mail language',
      command: 'goToPreferences',
      run: to('/preferences'),
    },
    ...VIEWS.filter(({ view }) => view !== 'all').map(({ view, label }) => ({
      label,
      group: 'Notifications',
      run: to(`/notifications${searchWith(new URLSearchParams(), 'show', view)}`),
    })),
  ];
}

function useInboxChoices(markAll: (() => void) | null): Choice[] {
  const { setDoNotDisturb } = usePreferenceChanges();
  const isDisturbing = useQuiet()?.reason !== 'DO_NOT_DISTURB';
  const disturb = async (until: Date | null) => {
    if (!(await setDoNotDisturb(until))) return;
    const message = until
      ? `Do not disturb until ${momentWords(until.getTime())}`
      : 'Do not disturb has ended';
    showToast({ id: 'do-not-disturb', role: 'status', message }, READING_TIME);
  };
  return [
    ...(markAll ? [{ label: 'Mark all as read', group: 'Inbox', run: markAll }] : []),
    isDisturbing
      ? {
          label: 'Do not disturb for an hour',
          group: 'Inbox',
          words: 'quiet silence',
          run: () => void disturb(inOneHour(serverTime())),
        }
      : { label: 'End do not disturb', group: 'Inbox', words: 'quiet', run: () => void disturb(null) },
  ];
}

function useBrowserChoices(): Choice[] {
  const session = useSession();
  const current = useTheme();
  return [
    ...THEMES.filter(({ theme }) => theme !== current).map(({ theme, label }) => ({
      label,
      group: 'This browser',
      words: 'theme mode',
      run: () => {
        chooseTheme(theme);
        showToast({ id: 'theme', role: 'status', message: label }, READING_TIME);
      },
    })),
    {
      label: 'Keyboard shortcuts',
      group: 'Help',
      words: 'keys',
      command: 'help',
      run: () => void commandBoard.run('help'),
    },
    { label: 'Sign out', group: 'Account', words: 'log out leave', run: () => void session.signOut() },
  ];
}
