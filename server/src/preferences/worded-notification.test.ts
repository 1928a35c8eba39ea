import 'reflect-metadata';
import { beforeEach, expect, test } from '@jest/globals';
import { Wording } from '../catalogue/wording/wording.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import type { Context } from '../users/context.ts';
import { WordedNotificationResolver } from './worded-notification.resolver.ts';

const wording = new Wording('invoice_paid', [
  { language: 'en', title: 'Paid by {who}', message: 'Thank you.', url: '/invoices' },
  { language: 'de', title: 'Von {who} bezahlt', message: 'Danke.' },
]);
const row = (more: Partial<NotificationRow>) =>
  ({
    userId: 'casey',
    type: 'invoice_paid',
    title: '',
    message: '',
    url: null,
    wording: 1,
    ...more,
  }) as NotificationRow;

let asked: string[];
let resolver: WordedNotificationResolver;

beforeEach(() => {
  asked = [];
  resolver = new WordedNotificationResolver(
    { find: async (id) => (id === 1 ? wording : undefined) },
    {
      find: async (userId) => {
        asked.push(userId);
        return { language: 'de', timeZone: 'UTC' };
      },
    },
  );
});

const read = (of: NotificationRow, context = {} as Context) => [
  resolver.title(of, context),
  resolver.message(of, context),
  resolver.url(of, context),
];

test('what has words of its own is said at once, and nobody is asked', () => {
  const own = row({ wording: null, title: 'Own', message: 'Words', url: '/here' });
  expect(read(own)).toEqual(['Own', 'Words', '/here']);
  expect(asked).toEqual([]);
});

test('of all rows of an operation the reader is asked for once', async () => {
  const context = {} as Context;
  const rows = ['Kim', 'Robin', 'Sasha'].map((who) => row({ data: { who } }));
  const said = await Promise.all(rows.flatMap((one) => read(one, context) as Promise<string>[]));
  expect(said.slice(3, 6)).toEqual(['Von Robin bezahlt', 'Danke.', null]);
  expect(asked).toEqual(['casey']);
});

test('words that are not there leave the name of the type', async () => {
  expect(await Promise.all(read(row({ wording: 2 })) as Promise<string>[])).toEqual([
    'Invoice paid',
    '',
    null,
  ]);
});
