import { FakeInbox } from '../test/fake-inbox.ts';
import { fill, fillALittle, fillWithRows } from './full-inbox.ts';

/** Who is there, and what they have: each scene begins with nothing. */
export const scenes = {
  /** Some of everything. */
  full: fill,
  /** No more than what is shown needs behind it. */
  little: fillALittle,
  /** Every kind of row. */
  rows: fillWithRows,
  empty: () => undefined,
  /** Who submits applications. */
  author: (inbox: FakeInbox) => inbox.applications.add('viola', 'Viola', 'REJECTED'),
  loading: (inbox: FakeInbox) => {
    fill(inbox);
    inbox.hold('Notifications');
  },
  failing: (inbox: FakeInbox) => {
    fill(inbox);
    inbox.fail('Notifications', 'SERVICE_UNAVAILABLE');
  },
  /** Nothing can be archived. */
  refusing: (inbox: FakeInbox) => {
    fillALittle(inbox);
    inbox.fail('ArchiveNotifications', 'SERVICE_UNAVAILABLE');
  },
  /** Not to be disturbed, with quiet hours, and e-mail off for one category. */
  quiet: (inbox: FakeInbox) => {
    fill(inbox);
    inbox.preferences.change({
      doNotDisturbUntil: new Date(Date.now() + 3_600_000).toISOString(),
      timeZone: 'Europe/Berlin',
      phoneNumber: '+491701234567',
      isPhoneNumberConfirmed: true,
      mutedSubjects: [{ type: 'application', subjectId: 'oboe', label: 'Oboe', url: '/applications/oboe' }],
    });
    inbox.preferences.setChannel('general', 'EMAIL', false);
    inbox.preferences.root.setPace({ category: 'applications', pace: 'WEEKLY' });
    inbox.preferences.root.setQuietHours({ from: '22:00', until: '07:00' });
  },
  /** What never happens: a person without a name. */
  nameless: fillALittle,
  /** Changes do not come by themselves. */
  offline: fill,
  'signed-out': () => undefined,
  unreachable: () => undefined,
} satisfies Record<string, (inbox: FakeInbox) => unknown>;

export type Scene = keyof typeof scenes;

/** The server as it is in a scene. */
export function serverIn(scene: Scene, language: string): FakeInbox {
  const inbox = new FakeInbox();
  const { preferences } = inbox;
  preferences.change({ language: language.toUpperCase() as typeof preferences.state.language });
  inbox.topics = [{ name: 'news', title: 'News', isFollowed: true }];
  preferences.smsCountries = ['DE', 'FR'];
  preferences.pushPublicKey =
    'BEl62iUYgUivxIkv69yViEuiBIa-Ib9-SkvMeAtA3LFgDzkrxZJjSgSnfckjBJuBkr3qBUYIHBQFLXYp5Nksh8U';
  scenes[scene](inbox);
  return inbox;
}
