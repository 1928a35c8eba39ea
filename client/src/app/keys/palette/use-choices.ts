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
import { useWords } from '../../../words/use-words.tsx';
import type { PlainKey, Say } from '../../../words/words.ts';

const READING_TIME = 6_000;

const THEMES: { theme: Theme; label: PlainKey }[] = [
  { theme: 'light', label: 'keys.lightColours' },
  { theme: 'dark', label: 'keys.darkColours' },
  { theme: 'auto', label: 'keys.autoColours' },
];

/**
 * All that the palette offers, what is nearest first.
 * @param offered what can be done with the notification in front
 * @param markAll null where nothing is unread
 */
export function useChoices(offered: CommandName[], markAll: (() => void) | null): Choice[] {
  const say = useWords();
  return [...actChoices(say, offered), ...useGoing(), ...useInboxChoices(markAll), ...useBrowserChoices()];
}

/** Leads to what has the words that were written. */
export function useSearchChoice(): (written: string) => Choice {
  const say = useWords();
  const navigate = useNavigate();
  return (written) => ({
    label: say('keys.searchFor', { written }),
    group: say('keys.search'),
    run: () => void navigate(`/notifications${searchWith(new URLSearchParams(), 'search', written)}`),
  });
}

function actChoices(say: Say, offered: CommandName[]): Choice[] {
  return offered.map((command) => ({
    label: say(shortcutOf(command).does),
    group: say(command === 'undo' ? 'keys.inbox' : 'keys.thisNotification'),
    command,
    run: () => void commandBoard.run(command),
  }));
}

function useGoing(): Choice[] {
  const say = useWords();
  const navigate = useNavigate();
  const isCandidate = useSignedIn().viewer.role === 'CANDIDATE';
  const to = (path: string) => () => void navigate(path);
  return [
    {
      label: say('app.notifications'),
      group: say('keys.page'),
      words: say('keys.alsoNotifications'),
      command: 'goToNotifications',
      run: to('/notifications'),
    },
    {
      label: say('app.applications'),
      group: say('keys.page'),
      command: 'goToApplications',
      run: to('/applications'),
    },
    ...(isCandidate
      ? [{ label: say('keys.newApplication'), group: say('keys.page'), run: to('/applications/new') }]
      : []),
    {
      label: say('session.preferences'),
      group: say('keys.page'),
      words: say('keys.alsoPreferences'),
      command: 'goToPreferences',
      run: to('/preferences'),
    },
    ...VIEWS.filter(({ view }) => view !== 'all').map(({ view, label }) => ({
      label: say(label),
      group: say('app.notifications'),
      run: to(`/notifications${searchWith(new URLSearchParams(), 'show', view)}`),
    })),
  ];
}

function useInboxChoices(markAll: (() => void) | null): Choice[] {
  const say = useWords();
  const { setDoNotDisturb } = usePreferenceChanges();
  const isDisturbing = useQuiet()?.reason !== 'DO_NOT_DISTURB';
  const disturb = async (until: Date | null) => {
    if (!(await setDoNotDisturb(until))) return;
    const message = until
      ? say('wish.doNotDisturbUntil', { moment: momentWords(until.getTime()) })
      : say('wish.doNotDisturbEnded');
    showToast({ id: 'do-not-disturb', role: 'status', message }, READING_TIME);
  };
  return [
    ...(markAll
      ? [{ label: say('notification.markAllAsRead'), group: say('keys.inbox'), run: markAll }]
      : []),
    isDisturbing
      ? {
          label: say('keys.disturbNotForAnHour'),
          group: say('keys.inbox'),
          words: say('keys.alsoDoNotDisturb'),
          run: () => void disturb(inOneHour(serverTime())),
        }
      : {
          label: say('keys.endDoNotDisturb'),
          group: say('keys.inbox'),
          words: say('keys.alsoEndDoNotDisturb'),
          run: () => void disturb(null),
        },
  ];
}

function useBrowserChoices(): Choice[] {
  const say = useWords();
  const session = useSession();
  const current = useTheme();
  return [
    ...THEMES.filter(({ theme }) => theme !== current).map(({ theme, label }) => ({
      label: say(label),
      group: say('keys.thisBrowser'),
      words: say('keys.alsoColours'),
      run: () => {
        chooseTheme(theme);
        showToast({ id: 'theme', role: 'status', message: say(label) }, READING_TIME);
      },
    })),
    {
      label: say('keys.title'),
      group: say('keys.help'),
      words: say('keys.alsoShortcuts'),
      command: 'help',
      run: () => void commandBoard.run('help'),
    },
    {
      label: say('session.signOut'),
      group: say('keys.account'),
      words: say('keys.alsoSignOut'),
      run: () => void session.signOut(),
    },
  ];
}
