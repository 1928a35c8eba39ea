import { describe, expect, it } from '@jest/globals';
import { answeredPage, answeredRow } from '../../test/fake-row.ts';
import { ApplicationDocument, ApplicationsDocument } from '../generated/applications.ts';
import { InboxDocument, NotificationsDocument } from '../generated/inbox.ts';
import { PreferencesDocument } from '../generated/preferences.ts';
import { createCache } from './cache.ts';

function writeCounts(cache: ReturnType<typeof createCache>, counts: Record<string, unknown>) {
  const inbox = {
    __typename: 'Inbox',
    id: 'inbox',
    counts: { __typename: 'InboxCounts', unseen: 0, categories: [], ...counts },
  };
  cache.writeQuery({ query: InboxDocument, data: { inbox } as never });
}

const unread = (cache: ReturnType<typeof createCache>) =>
  cache.readQuery({ query: InboxDocument })?.inbox.counts.unread;

describe('the count in the cache', () => {
  it('is not moved by an answer that was overtaken', () => {
    const cache = createCache();
    writeCounts(cache, { epoch: 'a', seq: 9, unread: 3 });
    writeCounts(cache, { epoch: 'a', seq: 8, unread: 4 });
    expect(unread(cache)).toBe(3);
  });

  it('follows a newer answer, and one of the same moment', () => {
    const cache = createCache();
    writeCounts(cache, { epoch: 'a', seq: 9, unread: 3 });
    writeCounts(cache, { epoch: 'a', seq: 9, unread: 2 });
    expect(unread(cache)).toBe(2);
    writeCounts(cache, { epoch: 'a', seq: 10, unread: 1 });
    expect(unread(cache)).toBe(1);
  });

  it('starts afresh when the database went back in time', () => {
    const cache = createCache();
    writeCounts(cache, { epoch: 'a', seq: 900, unread: 3 });
    writeCounts(cache, { epoch: 'b', seq: 5, unread: 1 });
    expect(unread(cache)).toBe(1);
  });
});

const row = (seq: number) => answeredRow({ seq });

function writePage(cache: ReturnType<typeof createCache>, rows: ReturnType<typeof row>[], after?: string) {
  const variables = after ? { after } : {};
  cache.writeQuery({
    query: NotificationsDocument,
    variables,
    data: { notifications: answeredPage(rows) },
  });
}

describe('the pages of the inbox in the cache', () => {
  it.each([
    ['that was read anew meanwhile, and begins later', [row(12), row(11), row(10)]],
    ['that was read anew meanwhile, and is shorter', [row(9)]],
  ])('a page that was asked for below a list %s is not put below that one', (_what, anew) => {
    const cache = createCache();
    writePage(cache, [row(9), row(8)]);
    writePage(cache, anew);
    writePage(cache, [row(7), row(6)], 'cn8');
    const list = cache.readQuery({ query: NotificationsDocument, variables: {} })!.notifications;
    expect(list.edges.map(({ node }) => node.seq)).toEqual(anew.map(({ seq }) => seq));
    expect(list.pageInfo).toMatchObject({ hasNextPage: true, endCursor: `cn${anew.at(-1)!.seq}` });
  });

  it('shows a notification once that moved between two pages, newest first', () => {
    const cache = createCache();
    writePage(cache, [row(5), row(4)]);
    writePage(cache, [row(4), row(3), row(2)], 'cn4');
    const list = cache.readQuery({ query: NotificationsDocument })?.notifications;
    expect(list?.edges.map(({ node }) => node.seq)).toEqual([5, 4, 3, 2]);
    expect(list?.pageInfo.endCursor).toBe('cn2');
  });
});

describe('the pages of applications in the cache', () => {
  const node = (id: number) => ({
    __typename: 'Application' as const,
    id: `a${id}`,
    title: `Title ${id}`,
    status: 'SUBMITTED' as const,
    createdAt: '2026-01-01T00:00:00.000Z',
    decidedAt: null,
    reason: null,
    candidate: person,
    instructor: person,
    decidedBy: null,
  });
  const write = (cache: ReturnType<typeof createCache>, ids: number[], after?: string) =>
    cache.writeQuery({
      query: ApplicationsDocument,
      variables: { first: 3, ...(after && { after }) },
      data: {
        applications: {
          __typename: 'ApplicationConnection',
          edges: ids.map((id) => ({ __typename: 'ApplicationEdge' as const, node: node(id) })),
          pageInfo: {
            __typename: 'PageInfo',
            hasNextPage: true,
            hasPreviousPage: false,
            startCursor: `c${ids[0]}`,
            endCursor: `c${ids.at(-1)}`,
          },
        },
      } as never,
    });
  const shown = (cache: ReturnType<typeof createCache>) => {
    const list = cache.readQuery({ query: ApplicationsDocument, variables: { first: 3 } })?.applications;
    return [list?.edges.map(({ node: { id } }) => id).join(' '), list?.pageInfo.endCursor];
  };

  it('stay, when one more is on top, and their end with them', () => {
    const cache = createCache();
    write(cache, [6, 5, 4]);
    write(cache, [3, 2, 1], 'c4');
    write(cache, [7, 6, 5]);
    expect(shown(cache)).toEqual(['a7 a6 a5 a4 a3 a2 a1', 'c1']);
    write(cache, [7, 5, 4]);
    expect(shown(cache)).toEqual(['a7 a5 a4 a3 a2 a1', 'c1']);
  });

  it('go where there is a gap between them and what is on top', () => {
    const cache = createCache();
    write(cache, [6, 5, 4]);
    write(cache, [12, 11, 10]);
    expect(shown(cache)).toEqual(['a12 a11 a10', 'c10']);
  });
});

const person = { __typename: 'User', id: 'u', name: 'U', role: 'CANDIDATE' } as const;
const application = {
  __typename: 'Application',
  id: 'a1',
  title: 'Viola',
  status: 'SUBMITTED',
  createdAt: '2026-01-01T00:00:00.000Z',
  decidedAt: null,
  reason: null,
  candidate: person,
  instructor: person,
  decidedBy: null,
  isMuted: false,
} as const;

describe('a decision', () => {
  const held = (cache: ReturnType<typeof createCache>) =>
    cache.readQuery({ query: ApplicationDocument, variables: { id: 'a1' } })?.application;
  const write = (cache: ReturnType<typeof createCache>, change: object) =>
    cache.writeQuery({
      query: ApplicationDocument,
      variables: { id: 'a1' },
      data: { application: { ...application, ...change } },
    });
  const decided = {
    status: 'APPROVED',
    decidedAt: '2026-01-02T00:00:00.000Z',
    decidedBy: person,
    reason: 'A fine recording',
  } as const;

  it('shows as soon as it is known, and is not taken back by an answer that was read before it', () => {
    const cache = createCache();
    write(cache, {});
    write(cache, decided);
    expect(held(cache)).toMatchObject(decided);
    write(cache, { title: 'Viola da gamba' });
    expect(held(cache)).toMatchObject({ ...decided, title: 'Viola da gamba' });
  });
});

describe('whether an application is muted', () => {
  const isMuted = (cache: ReturnType<typeof createCache>) =>
    cache.readQuery({ query: ApplicationDocument, variables: { id: 'a1' } })?.application?.isMuted;
  const write = (cache: ReturnType<typeof createCache>, mutedSubjects: object[]) =>
    cache.writeQuery({
      query: PreferencesDocument,
      data: {
        preferences: {
          __typename: 'Preferences',
          id: 'preferences:me',
          language: 'EN',
          isLanguageChosen: true,
          timeZone: 'UTC',
          isTimeZoneChosen: true,
          quietWeek: [],
          digestHour: 8,
          digestWeekday: 'MONDAY',
          doNotDisturbUntil: null,
          hasEmailAddress: true,
          categories: [],
          mutedSubjects,
        },
      } as never,
    });

  it('is what the preferences say last, wherever that was changed', () => {
    const cache = createCache();
    cache.writeQuery({
      query: ApplicationDocument,
      variables: { id: 'a1' },
      data: { application: { ...application, isMuted: true } },
    });
    expect(isMuted(cache)).toBe(true);
    write(cache, []);
    expect(isMuted(cache)).toBe(false);
    write(cache, [
      { __typename: 'Subject', type: 'application', subjectId: 'a1', label: 'Viola', url: null },
    ]);
    expect(isMuted(cache)).toBe(true);
  });
});
