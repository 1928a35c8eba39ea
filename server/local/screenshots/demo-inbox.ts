import { dataOf, listOf, send, submit } from '../../test/support/acts.ts';
import { declareCategory, declareType } from '../../test/support/declaring.ts';
import type { Answering } from '../../test/support/server.ts';
import { queryOn } from '../../test/support/services/database.ts';
import { instructor } from '../../test/support/token.ts';
import { CATEGORIES, TYPES } from './demo-types.ts';

const DAY = 24 * 60;

interface Event {
  type: string;
  /** How many minutes ago it was. */
  ago: number;
  isRead?: boolean;
  more: object;
}

const inDays = (days: number) => new Date(Date.now() + days * DAY * 60_000).toISOString();
const by = (name: string) => ({ actor: { id: name, name } });
const about = (type: string, id: string, label: string) => ({
  subject: { type, id, label, url: `/${type}/${id}` },
});

const WEBHOOKS = about('pull_request', '214', 'Retry webhooks with jitter');
const PAYMENTS = about('service', 'payments', 'Payments');

/** What stands on the buttons is worded by whoever sends. */
export interface Answers {
  grant: string;
  refuse: string;
}

/** The oldest first. */
const eventsWith = ({ grant, refuse }: Answers): Event[] => [
  { type: 'report_ready', ago: 6 * DAY, isRead: true, more: { data: { month: inDays(-30), share: 0.08 } } },
  {
    type: 'checklist',
    ago: 3 * DAY,
    isRead: true,
    more: {
      data: { version: '4.2', done: 7, all: 9 },
      ...about('release', '4.2', 'Release 4.2'),
      ...by('Ana Sousa'),
    },
  },
  {
    type: 'invoice_due',
    ago: DAY + 95,
    more: {
      data: { number: '2026-118', sum: 1_240, supplier: 'Kessler & Daughters', day: inDays(4) },
      ...about('invoice', '118', 'Invoice 2026-118'),
    },
  },
  {
    type: 'build_passed',
    ago: DAY + 20,
    isRead: true,
    more: { data: { number: 1_903, tests: 2_411 }, ...PAYMENTS },
  },
  {
    type: 'review_requested',
    ago: 190,
    isRead: true,
    more: {
      data: { files: 6 },
      ...about('pull_request', '220', 'Keyset pages for the archive'),
      ...by('Noor Haddad'),
    },
  },
  ...['Ben Okafor', 'Ana Sousa', 'Ben Okafor', 'Priya Nair'].map((name) => ({
    type: 'commented',
    ago: 48,
    more: { ...WEBHOOKS, ...by(name) },
  })),
  {
    type: 'leave_requested',
    ago: 25,
    more: {
      data: { days: 5, from: inDays(20) },
      ...about('leave', '7', 'A week in the mountains'),
      ...by('Theo Lindgren'),
      actions: [
        { id: 'grant', label: grant, style: 'PRIMARY' },
        { id: 'refuse', label: refuse, style: 'DANGER', asksForComment: true },
      ],
    },
  },
  {
    type: 'deployment_failed',
    ago: 4,
    more: { data: { service: 'Payments', version: '4.1.7', before: '4.1.6' }, ...PAYMENTS, ...by('Deploy') },
  },
];

export async function declareAll(server: Answering): Promise<void> {
  for (const category of CATEGORIES) await dataOf(declareCategory(server, category));
  for (const type of TYPES) await dataOf(declareType(server, type));
}

/** An inbox in the middle of a week: some of it read, pinned, snoozed, and a month of builds in the archive. */
export async function fillInbox(
  server: Answering & { databaseUrl: string },
  reader: string,
  answers: Answers,
): Promise<void> {
  const token = instructor(reader);
  const act = (operation: string, ids: string[], more = '') =>
    dataOf(
      server.ask(
        `mutation ($ids: [ID!]!) { ${operation}(ids: $ids${more}) { affectedCount } }`,
        { ids },
        token,
      ),
    );
  const add = async ({ type, more }: Event) =>
    send(server, reader, { type, title: undefined, message: undefined, ...more });

  const builds: string[] = [];
  for (let day = 29; day > 0; day--)
    builds.push(
      await add({ type: 'build_passed', ago: 0, more: { data: { number: 1_900 - day, tests: 2_400 } } }),
    );
  const events = eventsWith(answers);
  const ids: string[] = [];
  for (const event of events) ids.push(await add(event));
  const idOf = (type: string) => ids[events.findIndex((event) => event.type === type)]!;
  const applicationId = await submit(server, 'candidate', reader, 'Site reliability engineer');

  await act('markNotificationsAsRead', [
    ...ids.filter((_, at) => events[at]!.isRead),
    ...builds.slice(0, 12),
  ]);
  await act('archiveNotifications', builds);
  await act('pinNotifications', [idOf('checklist')]);
  await act('snoozeNotifications', [idOf('report_ready')], `, until: "${inDays(2)}"`);
  const [application] = await listOf(server, token, { subject: { type: 'application', id: applicationId } });
  await cameBefore(server.databaseUrl, [
    ...builds.map((id, at) => [id, (29 - at) * DAY] as const),
    ...events.map(({ ago }, at) => [ids[at]!, ago] as const),
    [application!.id, 2],
  ]);
}

/** As if they had come so many minutes ago. */
async function cameBefore(
  databaseUrl: string,
  moments: (readonly [id: string, minutes: number])[],
): Promise<void> {
  await queryOn(databaseUrl)(
    `update all_notifications n set created_at = now() - make_interval(mins => t.minutes)
     from unnest($1::uuid[], $2::int[]) t(id, minutes) where n.id = t.id`,
    [moments.map(([id]) => id), moments.map(([, minutes]) => minutes)],
  );
}
