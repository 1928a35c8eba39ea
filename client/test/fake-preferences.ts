import { GraphQLError } from 'graphql';
import type {
  Channel,
  DeliveriesQuery,
  Language,
  Pace,
  PreferenceChangeInput,
  PreferencesFieldsFragment,
  RehearsalQuery,
  SubjectRef,
  Weekday,
} from '../src/generated/graphql.ts';
import { withPace } from '../src/preferences/channels/channel-choices.ts';
import { WEEKDAYS, withHours } from '../src/preferences/quiet/quiet-week.ts';

type State = Omit<PreferencesFieldsFragment, 'id'>;
type QuietHoursArguments = { from: string | null; until: string | null; weekdays?: Weekday[] | null };
type Muted = { subject: SubjectRef };
type Delivery = NonNullable<DeliveriesQuery['notification']>['deliveries'][number];

/** What the reader set for every day. */
export const EVERY_DAY: Weekday[] = [...WEEKDAYS];

const category = (name: string, title: string, isCritical = false): State['categories'][number] => ({
  category: name,
  title,
  isCritical,
  emailAfterMinutes: 10,
  channels: [
    { channel: 'IN_APP', isOn: true, isDefault: true, pace: 'NOW' },
    { channel: 'EMAIL', isOn: true, isDefault: true, pace: 'NOW' },
  ],
});

/** What the fake server's only reader wishes, and what became of their notifications. Whoever changes it tells. */
export class FakePreferences {
  state: State = {
    language: 'EN',
    isLanguageChosen: true,
    timeZone: 'UTC',
    isTimeZoneChosen: true,
    quietWeek: [],
    digestHour: 8,
    digestWeekday: 'MONDAY',
    doNotDisturbUntil: null,
    hasEmailAddress: true,
    phoneNumber: null,
    isPhoneNumberConfirmed: false,
    isPhoneNumberStopped: false,
    pushEndpoints: [],
    isPushContentShown: true,
    categories: [
      category('applications', 'Applications'),
      category('general', 'General'),
      category('account', 'Account and security', true),
    ],
    mutedSubjects: [],
  };
  /** What every change would have made of the last days, and the changes that were asked about. */
  rehearsal: Omit<RehearsalQuery['rehearsal'], '__typename'> = {
    days: 30,
    lookedAtCount: 20,
    isComplete: true,
    channels: [],
    examples: [],
  };
  rehearsed: PreferenceChangeInput[] = [];
  /** Where text messages go to, and what browsers are pushed by. */
  smsCountries: string[] = [];
  pushPublicKey: string | null = null;
  /** By the notification's id. */
  deliveries = new Map<string, Delivery[]>();
  #followers = new Set<() => void>();

  /** Here or on another device. */
  change(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const wake of this.#followers) wake();
  }

  setChannel(name: string, channel: Channel, isOn: boolean | null): void {
    this.change({
      categories: this.state.categories.map((known) => {
        if (known.category !== name) return known;
        if (known.isCritical) throw new GraphQLError('Critical', { extensions: { code: 'BAD_USER_INPUT' } });
        const channels = known.channels.map((choice) =>
          choice.channel === channel ? { ...choice, isOn: isOn ?? true, isDefault: isOn ?? true } : choice,
        );
        return { ...known, channels };
      }),
    });
  }

  #shape = () => ({ __typename: 'Preferences', id: 'preferences:me', ...this.state });

  #changed(change: Partial<State>) {
    this.change(change);
    return { preferences: this.#shape() };
  }

  root = {
    preferences: () => this.#shape(),
    rehearsal: ({ change }: { change: PreferenceChangeInput }) => {
      this.rehearsed.push(structuredClone(change));
      return this.rehearsal;
    },
    smsCountries: () => this.smsCountries,
    pushPublicKey: () => this.pushPublicKey,
    setChannelPreference: (of: { category: string; channel: Channel; isOn: boolean | null }) => {
      this.setChannel(of.category, of.channel, of.isOn);
      return { preferences: this.#shape() };
    },
    setPace: (of: { category: string; pace: Pace | null }) => {
      const pace = of.pace ?? 'NOW';
      return this.#changed({ categories: withPace(this.state.categories, of.category, 'EMAIL', pace) });
    },
    setDigestTime: ({ hour, weekday }: { hour: number; weekday: Weekday }) =>
      this.#changed({ digestHour: hour, digestWeekday: weekday }),
    resetPreferences: () =>
      this.#changed({
        categories: this.state.categories.map((known) =>
          category(known.category, known.title, known.isCritical),
        ),
      }),
    setQuietHours: ({ from, until, weekdays }: QuietHoursArguments) => {
      const hours = from && until ? { from, until } : null;
      return this.#changed({ quietWeek: withHours(this.state.quietWeek, hours, weekdays ?? EVERY_DAY) });
    },
    setTimeZone: ({ timeZone }: { timeZone: string }) => this.#changed({ timeZone, isTimeZoneChosen: true }),
    setDoNotDisturb: ({ until }: { until: string | null }) => this.#changed({ doNotDisturbUntil: until }),
    setLanguage: ({ language }: { language: Language }) =>
      this.#changed({ language, isLanguageChosen: true }),
    muteSubject: ({ subject: { type, id } }: Muted) => {
      // The server knows what it is called from its notifications.
      const subject = { type, subjectId: String(id), label: `Title of ${id}`, url: `/applications/${id}` };
      return this.#changed({ mutedSubjects: [subject, ...this.#mutedBut({ type, id })] });
    },
    unmuteSubject: ({ subject }: Muted) => this.#changed({ mutedSubjects: this.#mutedBut(subject) }),
  };

  #mutedBut({ type, id }: SubjectRef) {
    return this.state.mutedSubjects.filter((muted) => muted.type !== type || muted.subjectId !== id);
  }

  /** As they are, at once, and after each change. */
  async *follow() {
    let wake = () => undefined as void;
    let isNew = true;
    const onChange = () => {
      isNew = true;
      wake();
    };
    this.#followers.add(onChange);
    try {
      for (;;) {
        if (!isNew) await new Promise<void>((resolve) => (wake = resolve));
        isNew = false;
        yield { preferencesChanged: this.#shape() };
      }
    } finally {
      this.#followers.delete(onChange);
    }
  }
}
