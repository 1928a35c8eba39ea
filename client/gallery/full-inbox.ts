// What stands in the inbox that has some of everything: all that a row can have, and long.
import type { FakeInbox } from '../test/fake-inbox.ts';
import type { FakeRow } from '../test/fake-row.ts';

const USUAL = { type: 'graded', title: 'Graded', message: 'See the mark.' };

export const actor = (name: string) => ({ actorId: null, name, imageUrl: null });

const choice = (actionId: string, label: string, style = 'DEFAULT', asksForComment = false) =>
  ({ actionId, label, style, asksForComment }) as FakeRow['actions'][number];

export const QUESTION: Partial<FakeRow> = {
  ...USUAL,
  title: 'Merge what was changed',
  severity: 'URGENT',
  actor: actor('Casey Okafor'),
  subject: {
    type: 'pull_request',
    subjectId: '7',
    label: 'Tune the lower strings before the concert',
    url: '/',
  },
  actions: [
    choice('merge', 'Merge it as it is, and tell everybody', 'PRIMARY'),
    choice('later', 'Ask me again when the tests are through'),
    choice('review', 'Look at it together first', 'DEFAULT', true),
    choice('close', 'Close it, without merging anything', 'DANGER'),
  ],
};

export const GROWN: Partial<FakeRow> = {
  ...USUAL,
  type: 'commented',
  title: 'Said of the post',
  subject: { type: 'post', subjectId: '7', label: 'Post 7', url: null },
  count: 5,
  actor: actor('Robin'),
  actors: ['Robin', 'Iris Lindqvist', 'Ben'].map(actor),
  actorCount: 5,
};

const READ: Partial<FakeRow> = {
  ...USUAL,
  id: 'read',
  title: 'No. 3',
  severity: 'HIGH',
  readAt: new Date().toISOString(),
};

/** What became of what is decided. */
const decided = (label: string): FakeRow['outcome'] => ({
  action: choice('done', label),
  by: { actorId: 'iris', name: 'Iris Lindqvist' },
  at: new Date().toISOString(),
  comment: 'After the concert.',
});

const application = (id: string, title: string) => ({
  type: 'application.submitted',
  category: 'applications',
  title: 'New application',
  message: `${title}, by Robin Adeyemi`,
  application: { id, title },
});

export function fill(inbox: FakeInbox): void {
  inbox.applications.add('viola', 'Viola');
  inbox.applications.add('oboe', 'Oboe', 'APPROVED');
  inbox.add(application('viola', 'Viola'));
  inbox.add({ ...application('oboe', 'Oboe'), settledAt: new Date().toISOString() });
  inbox.add({ ...QUESTION, title: 'Read what was changed', severity: 'LOW', actions: [] });
  inbox.add({ ...GROWN, id: 'grown' });
  inbox.add({ ...QUESTION, id: 'question' });
  inbox.add({ ...USUAL, title: 'No. 1', severity: 'HIGH' });
  inbox.add({ ...USUAL, title: 'No. 2', severity: 'HIGH' });
  inbox.add({ ...READ });
  const archivedAt = new Date().toISOString();
  inbox.add({
    ...USUAL,
    title: 'مرحبا بالعالم',
    url: 'https://example.com/',
    readAt: archivedAt,
    archivedAt,
  });
  tellWhy(inbox);
}

/** What one can be opened, asked, and kept apart by: behind menus and dialogs. */
export function fillALittle(inbox: FakeInbox): void {
  inbox.add({ ...QUESTION, title: 'Read what was changed', severity: 'LOW', actions: [] });
  inbox.add({ ...GROWN, id: 'grown' });
  inbox.add({ ...QUESTION, id: 'question' });
  inbox.add({ ...READ });
  tellWhy(inbox);
}

function tellWhy({ preferences }: FakeInbox): void {
  const at = new Date().toISOString();
  const usual = { __typename: 'Delivery', at, dueAt: null, detail: null, reasonNow: null } as const;
  preferences.deliveries.set('read', [
    { ...usual, channel: 'IN_APP', status: 'DELIVERED', reason: null },
    { ...usual, channel: 'EMAIL', status: 'FAILED', reason: 'REFUSED', detail: '550 no such user' },
  ]);
}

/** Every kind of row there is, one of each. */
export function fillWithRows(inbox: FakeInbox): void {
  const now = new Date().toISOString();
  inbox.add({ ...USUAL, title: 'Snoozed, and back', isPinned: true });
  inbox.add({ ...USUAL, title: 'Read', readAt: now });
  inbox.add({ ...USUAL, title: 'Retracted', retractedAt: now, readAt: now });
  inbox.add({ ...USUAL, title: 'Edited since, and escalated', editedAt: now, isEscalated: true });
  inbox.add({ ...QUESTION, title: 'Decided', actions: [], outcome: decided('Merged'), readAt: now });
  inbox.add({ ...USUAL, title: 'Critical', category: 'account', severity: 'URGENT' });
  inbox.add({ ...GROWN, title: 'A digest of what several said' });
  inbox.add({ ...QUESTION });
  inbox.add({ ...USUAL, title: 'Long, '.repeat(30), message: 'and told in very many words. '.repeat(40) });
  inbox.add({ ...USUAL, title: 'W'.repeat(200), message: 'https://example.com/' + 'a'.repeat(200) });
  inbox.add({ ...USUAL, title: 'مرحبا بالعالم', message: 'رسالة من اليمين إلى اليسار, with English in it' });
  inbox.add({
    ...USUAL,
    title: '<img src=x onerror=alert(1)>',
    message: '<script>alert(1)</script> **bold** [link](javascript:alert(1)) \u202Eevil\u202C',
    url: 'javascript:alert(1)',
  });
}
