import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ABOUT, aboutOf, type About } from '../../support/about.ts';
import { dataOf, markAllRead, send, submit } from '../../support/acts.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { closeSockets, subscribe } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';

let server: TestServer;
/** What is sent to the one comes to followers at the other as a message. */
let other: TestServer;

beforeAll(async () => {
  const settings = { ...withRedis(), IMAGE_HOSTS: 'pictures.example.com,cdn.example.com:8443' };
  server = await startServer(settings);
  other = await startServer(settings, server.databaseUrl);
});

afterEach(closeSockets);

afterAll(async () => {
  await other.close();
  await server.close();
});

const PICTURE = 'https://pictures.example.com/iris.png';
const INVOICE = { type: 'invoice', id: 'R-2026/7', label: 'Invoice 7 «été»', url: '/invoices/7' };
const IRIS = { id: 'iris', name: 'Iris 🌈', imageUrl: PICTURE };

describe('what a notification carries', () => {
  const sent = {
    subject: INVOICE,
    actor: IRIS,
    severity: 'URGENT',
    data: { amount: 12.5 },
    imageUrl: PICTURE,
  };
  const told = {
    severity: 'URGENT',
    subject: { type: 'invoice', subjectId: 'R-2026/7', label: INVOICE.label, url: '/invoices/7' },
    actor: { actorId: 'iris', name: IRIS.name, imageUrl: PICTURE },
    data: { amount: 12.5 },
    imageUrl: PICTURE,
  };

  test('is the same in a page, a delta and everything that is followed', async () => {
    const token = candidate('carries');
    const streams = await Promise.all(
      [server, other].flatMap(({ url }) => [
        subscribe<object>(url, token, `subscription { inboxChanges { upserted { ${ABOUT} } } }`),
        subscribe<object>(url, token, `subscription { notificationAdded { ${ABOUT} } }`),
      ]),
    );
    for (const index of [0, 2]) await streams[index]!.reaches(1);
    const id = await send(server, 'carries', sent);
    const expected = { id, ...told };
    for (const index of [0, 2]) {
      await streams[index]!.reaches(2);
      expect(streams[index]!.events[1]).toEqual({ inboxChanges: { upserted: [expected] } });
    }
    for (const index of [1, 3]) {
      await streams[index]!.reaches(1);
      expect(streams[index]!.events).toEqual([{ notificationAdded: expected }]);
    }
    expect(await aboutOf(server, token)).toEqual([expected]);
    const { inboxChanges, notification } = await dataOf(
      server.ask(
        `query ($id: ID!) { inboxChanges(afterSeq: 0) { upserted { ${ABOUT} } } notification(id: $id) { ${ABOUT} } }`,
        { id },
        token,
      ),
    );
    expect(inboxChanges).toEqual({ upserted: [expected] });
    expect(notification).toEqual(expected);
  });

  test('is nothing where nothing was said', async () => {
    const id = await send(server, 'carries nothing');
    expect(await aboutOf(server, candidate('carries nothing'))).toEqual([
      { id, severity: 'NORMAL', subject: null, actor: null, data: {}, imageUrl: null },
    ]);
  });

  test('may be a part of it', async () => {
    const token = candidate('parts');
    await send(server, 'parts', { subject: { type: 'constructor', id: '__proto__' }, actor: { name: 'A' } });
    await send(server, 'parts', { severity: 'LOW', data: {} });
    expect(await aboutOf(server, token)).toMatchObject([
      { severity: 'LOW', subject: null, actor: null, data: {}, imageUrl: null },
      {
        severity: 'NORMAL',
        subject: { type: 'constructor', subjectId: '__proto__', label: null, url: null },
        actor: { actorId: null, name: 'A', imageUrl: null },
        data: {},
        imageUrl: null,
      },
    ]);
  });

  test('goes to many', async () => {
    const input = { ...sent, recipientIds: ['many 1', 'many 2'], type: 'graded', title: 'T', message: 'M' };
    await dataOf(
      server.ask(
        'mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }',
        { input },
        service(),
      ),
    );
    for (const name of input.recipientIds)
      expect(await aboutOf(server, candidate(name))).toMatchObject([told]);
  });

  test('of its pictures only those by https from a host that is allowed', async () => {
    const refused = [
      'https://elsewhere.example.com/p.png',
      'https://pictures.example.com.evil.example/p.png',
      'https://pictures.example.com@evil.example/p.png',
      'https://pictures.example.com:8443/p.png',
      'https://cdn.example.com/p.png',
    ];
    const allowed = [PICTURE, 'https://PICTURES.example.com/P.png', 'https://cdn.example.com:8443/p.png'];
    for (const imageUrl of [...refused, ...allowed]) {
      const name = `pictured ${imageUrl}`;
      const answer = await server.ask<{ createNotification: unknown }>(
        'mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }',
        { input: { ...plain, recipientId: name, imageUrl, actor: { name: 'A', imageUrl } } },
        service(),
      );
      const shown = allowed.includes(imageUrl) ? imageUrl : null;
      // An address that misleads may also be refused.
      if (answer.errors) expect([answer.code, shown]).toEqual(['BAD_USER_INPUT', null]);
      else
        expect(await aboutOf(server, candidate(name))).toMatchObject([
          { imageUrl: shown, actor: { imageUrl: shown } },
        ]);
    }
    const page = await fetch(server.url, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-security-policy')).toContain(
      `img-src 'self' data: https://pictures.example.com https://cdn.example.com:8443;`,
    );
  });
});

const plain = { type: 'graded', title: 'Graded', message: 'See the mark.' };

describe('a list, a count and an act', () => {
  const token = candidate('filters');
  const ids = (found: About[]) => found.map(({ id }) => id);
  let application: string;
  const sent: Record<string, string> = {};

  beforeAll(async () => {
    application = await submit(server, 'filters', 'decides');
    sent.application = await send(server, 'filters', { applicationId: application, severity: 'HIGH' });
    sent.invoice = await send(server, 'filters', { subject: INVOICE, severity: 'LOW' });
    sent.sameId = await send(server, 'filters', { subject: { type: 'bill', id: INVOICE.id } });
    sent.plain = await send(server, 'filters', { severity: 'HIGH' });
    await send(server, 'somebody else', { subject: INVOICE });
  });

  const unread = async (filter: object) =>
    (
      await dataOf(
        server.ask('query ($filter: NotificationFilter) { unreadCount(filter: $filter) }', { filter }, token),
      )
    ).unreadCount;

  test('can be of what is about one thing, or matters so much', async () => {
    const found = async (filter: object) => {
      const list = ids(await aboutOf(server, token, filter));
      expect(await unread(filter)).toBe(list.length);
      return list;
    };
    const invoice = { type: INVOICE.type, id: INVOICE.id };
    expect(await found({ subject: invoice })).toEqual([sent.invoice]);
    expect(await found({ subject: { type: 'bill', id: INVOICE.id } })).toEqual([sent.sameId]);
    expect(await found({ severities: ['HIGH'] })).toEqual([sent.plain, sent.application]);
    expect(await found({ severities: ['LOW', 'NORMAL'] })).toEqual([sent.sameId, sent.invoice]);
    expect(await found({ severities: [] })).toEqual([]);
    expect(await found({ severities: ['HIGH'], subject: invoice })).toEqual([]);
    for (const id of [application, application.toUpperCase()])
      expect(await found({ subject: { type: 'application', id } })).toEqual([sent.application]);
    for (const [type, id] of [
      ['constructor', '__proto__'],
      ['__proto__', 'constructor'],
      ['application', 'no uuid'],
      ['application', randomUUID()],
      ['Invoice', INVOICE.id],
      ["'", '%'],
    ])
      expect(await found({ subject: { type, id } })).toEqual([]);
  });

  test.each([
    ['subject.type', { type: '', id: '1' }],
    ['subject.type', { type: 'x'.repeat(101), id: '1' }],
    ['subject.type', { type: 'a\0b', id: '1' }],
    ['subject.id', { type: 'a', id: ' ' }],
    ['subject.id', { type: 'a', id: 'x'.repeat(256) }],
    ['subject.id', { type: 'a', id: '\ud800' }],
  ])('cannot be of what nothing can be about (%s)', async (field, subject) => {
    const answer = await server.ask(
      `query ($subject: SubjectRef!) { unreadCount(filter: { subject: $subject }) }`,
      { subject },
      token,
    );
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field } }] });
  });

  test('to mark read what is about one thing, or matters so much, and nothing else', async () => {
    const mark = async (filter: object) =>
      (await dataOf(markAllRead(server, token, { filter }))).markAllAsRead.affectedCount;
    const invoice = { type: INVOICE.type, id: INVOICE.id };
    expect(await mark({ subject: invoice })).toBe(1);
    expect(await mark({ subject: invoice })).toBe(0);
    expect(await mark({ severities: ['HIGH'] })).toBe(2);
    expect(ids(await aboutOf(server, token, { state: 'UNREAD' }))).toEqual([sent.sameId]);
    expect(ids(await aboutOf(server, candidate('somebody else'), { state: 'UNREAD' }))).toHaveLength(1);
  });
});
