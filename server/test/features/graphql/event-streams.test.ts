import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, NetworkError, type Client } from 'graphql-sse';
import { send } from '../../support/acts.ts';
import { read } from '../../support/client.ts';
import { whileLocked } from '../../support/services/while-locked.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { signIn, signOut } from '../../support/sign-in.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, endingIn } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const FOLLOW =
  'subscription ($after: Int) { inboxChanges(afterSeq: $after) { fromSeq toSeq upserted { title } } }';
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ SOCKETS_PER_USER: '2', DEMO: 'true' });
});

afterAll(() => server.close());

const accept = 'text/event-stream';
const asking = (token: string | undefined, body: object, signal?: AbortSignal, more: object = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(token && { authorization: `Bearer ${token}` }),
      ...more,
    },
    body: JSON.stringify(body),
    signal,
  });

/** One stream, read as it comes. */
class Reader {
  text = '';
  isOver = false;
  private readonly stopping = new AbortController();

  async open(token: string, body: object): Promise<this> {
    const response = await asking(token, body, this.stopping.signal);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    void this.follow(response);
    return this;
  }

  get results(): { data: { inboxChanges: { fromSeq: number; toSeq: number; upserted: object[] } } }[] {
    return [...this.text.matchAll(/^event: next\ndata: (.*)\n\n/gm)].map(
      ([, data]) => JSON.parse(data!) as never,
    );
  }

  get isComplete(): boolean {
    return this.text.includes('event: complete');
  }

  stop(): void {
    this.stopping.abort();
  }

  private async follow({ body }: Response): Promise<void> {
    try {
      for await (const bytes of body!) this.text += Buffer.from(bytes).toString();
    } catch {
      // Cut, or stopped.
    }
    this.isOver = true;
  }
}

const open = (token: string, variables: object = {}) =>
  new Reader().open(token, { query: FOLLOW, variables });

interface Told {
  inboxChanges: { fromSeq: number; toSeq: number; upserted: { title: string }[] };
}

/** What graphql-sse's own client hears of one subscription. */
class Listener {
  readonly titles: string[] = [];
  toSeq = 0;
  isComplete = false;
  error: unknown;
  readonly stop: () => void;

  constructor(client: Client, after?: number) {
    const sink = {
      next: ({ data, errors }: { data?: Told | null; errors?: unknown }) => {
        this.error ??= errors;
        this.titles.push(...(data?.inboxChanges.upserted.map(({ title }) => title) ?? []));
        this.toSeq = data?.inboxChanges.toSeq ?? this.toSeq;
      },
      error: (error: unknown) => (this.error = error),
      complete: () => (this.isComplete = true),
    };
    this.stop = client.subscribe<Told>({ query: FOLLOW, variables: { after } }, sink);
  }
}

describe('the client of graphql-sse, in its mode of distinct connections', () => {
  const clientOf = (token: string | undefined, url = server.url) =>
    createClient({
      url: `${url}/graphql`,
      retryAttempts: 0,
      headers: (token && { authorization: `Bearer ${token}` }) as Record<string, string>,
    });

  test('subscribes, resumes, and asks something once', async () => {
    const client = clientOf(candidate('gil'));
    const listener = new Listener(client, 0);
    await send(server, 'gil', { title: 'One' });
    await until(() => listener.titles.includes('One'));
    listener.stop();
    await until(() => listener.isComplete);
    await send(server, 'gil', { title: 'Two' });
    const again = new Listener(client, listener.toSeq);
    await until(() => again.titles.includes('Two'));
    expect(again.titles).toEqual(['Two']);
    again.stop();
    const answers: unknown[] = [];
    for await (const answer of client.iterate({ query: '{ viewer { id } }' })) answers.push(answer);
    expect(answers).toEqual([{ data: { viewer: { id: 'gil' } } }]);
  });

  test.each([
    [401, 'UNAUTHENTICATED', () => undefined],
    [401, 'UNAUTHENTICATED', () => 'forged'],
    [401, 'UNAUTHENTICATED', () => endingIn(-3_600, { sub: 'late', role: 'CANDIDATE' })],
  ])('is refused with %d %s', async (status, code, token) => {
    const listener = new Listener(clientOf(token()));
    const error = await until(() => listener.error);
    expect(error).toBeInstanceOf(NetworkError);
    const { response } = error as NetworkError<Response>;
    expect(response!.status).toBe(status);
    expect(await response!.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test('is let go of as soon as its session is signed out, and no other', async () => {
    const session = await signIn(server.url, 'instructor');
    const other = await signIn(server.url, 'instructor');
    const [mine, theirs] = [session, other].map(({ token }) => new Listener(clientOf(token), 0));
    await send(server, 'instructor', { title: 'Before' });
    await until(() => [mine, theirs].every((one) => one!.titles.includes('Before')));
    await signOut(server.url, session);
    await until(() => mine!.error ?? mine!.isComplete);
    await send(server, 'instructor', { title: 'After' });
    await until(() => theirs!.titles.includes('After'));
    expect(mine!.titles).not.toContain('After');
    theirs!.stop();
  });

  test('comes back to a server that was killed, from where it stood', async () => {
    const first = await startServerProcess(server.databaseUrl);
    const port = new URL(first.url).port;
    const client = clientOf(candidate('kim'), first.url);
    const listener = new Listener(client, 0);
    await send(server, 'kim', { title: 'One' });
    await until(() => listener.titles.length === 1);
    await first.kill();
    await until(() => listener.error);
    await send(server, 'kim', { title: 'Meanwhile' });
    const second = await startServerProcess(server.databaseUrl, { PORT: port });
    const again = new Listener(client, listener.toSeq);
    await until(() => again.titles.includes('Meanwhile'));
    expect(again.titles).toEqual(['Meanwhile']);
    again.stop();
    await second.kill();
  }, 90_000);
});

describe('a stream of events', () => {
  test('brings what comes, and what came meanwhile to who resumes', async () => {
    const casey = candidate('casey');
    const stream = await open(casey);
    await until(() => stream.results.length === 1);
    await send(server, 'casey', { title: 'One' });
    await until(() => stream.results.length === 2);
    const { toSeq, upserted } = stream.results[1]!.data.inboxChanges;
    expect(upserted).toEqual([{ title: 'One' }]);
    stream.stop();
    await send(server, 'casey', { title: 'Two' });
    const again = await open(casey, { after: toSeq });
    await until(() => again.results.length > 0);
    expect(again.results[0]!.data.inboxChanges).toMatchObject({
      fromSeq: toSeq,
      upserted: [{ title: 'Two' }],
    });
    again.stop();
  });

  test('promises no ids of events, and takes none: it is resumed by afterSeq alone', async () => {
    const leo = candidate('leo');
    await send(server, 'leo', { title: 'One' });
    const stopping = new AbortController();
    const body = { query: FOLLOW, variables: { after: 0 } };
    const response = await asking(leo, body, stopping.signal, { 'last-event-id': '1' });
    let text = '';
    const bytes = response.body!.getReader();
    while (!text.includes('event: next'))
      text += Buffer.from((await bytes.read()).value as Uint8Array).toString();
    expect(text).toContain('"fromSeq":0');
    expect(text).not.toMatch(/^(id|retry):/m);
    stopping.abort();
  });

  test('comes by GET too', async () => {
    const search = new URLSearchParams({ query: FOLLOW });
    const stopping = new AbortController();
    const response = await fetch(`${server.url}/graphql?${search.toString()}`, {
      headers: { accept, authorization: `Bearer ${candidate('gerd')}` },
      signal: stopping.signal,
    });
    expect(response.status).toBe(200);
    const value: unknown = (await response.body!.getReader().read()).value;
    expect(Buffer.from(value as Uint8Array).toString()).toMatch(/^:\n\n/);
    stopping.abort();
  });

  test('counts among the sockets of a user, and no longer once it is left', async () => {
    const mona = candidate('mona');
    const streams = [await open(mona), await open(mona)];
    expect(await read(await asking(mona, { query: FOLLOW }))).toMatchObject({
      status: 429,
      code: 'RATE_LIMITED',
    });
    streams[0]!.stop();
    await until(async () => {
      const response = await asking(mona, { query: FOLLOW });
      await response.body!.cancel();
      return response.status === 200;
    });
    streams[1]!.stop();
  });

  test('ends with its token, without having been completed', async () => {
    const stream = await open(endingIn(2, { sub: 'emil', role: 'CANDIDATE' }));
    await until(() => stream.isOver, { timeoutMs: 15_000 });
    expect(stream.isComplete).toBe(false);
    expect(stream.text).toContain(': 4403 Token expired');
  });

  test('has a query or mutation as its only event', async () => {
    const response = await asking(candidate('casey'), { query: '{ viewer { id } }' });
    const text = await response.text();
    expect(text).toBe(
      ':\n\nevent: next\ndata: {"data":{"viewer":{"id":"casey"}}}\n\nevent: complete\ndata: \n\n',
    );
  });

  test.each([
    [401, 'UNAUTHENTICATED', undefined, { query: FOLLOW }],
    [400, 'GRAPHQL_PARSE_FAILED', 'casey', { query: 'subscription {' }],
    [422, 'BAD_USER_INPUT', 'casey', { query: FOLLOW, variables: { after: 'x' } }],
    [422, 'BAD_REQUEST', 'casey', {}],
  ])('does not begin but is refused with %d %s', async (status, code, name, body) => {
    expect(await read(await asking(name && candidate(name), body))).toMatchObject({ status, code });
  });

  test('is refused where its session is signed out while it begins', async () => {
    const session = await signIn(server.url, 'instructor');
    await send(server, 'instructor');
    let answer: Promise<Response>;
    await whileLocked(server.databaseUrl, 'all_notifications', async (isWaitedFor) => {
      answer = asking(session.token, { query: FOLLOW, variables: { after: 0 } });
      await isWaitedFor();
      await signOut(server.url, session);
    });
    expect(await read(await answer!)).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  });

  test('is sent elsewhere at a restart, and none begins', async () => {
    const stream = await open(candidate('rita'));
    await server.app.close();
    await until(() => stream.isOver);
    expect(stream.text).toContain(': 1012 Restarting');
    expect(stream.isComplete).toBe(false);
  });
});
