import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from '@jest/globals';

const SOURCE = readFileSync('client/public/offline-pages.js', 'utf8');
const ORIGIN = 'https://carillon.test';

type Event = {
  request?: { method: string; mode: string; url: string };
  data?: unknown;
  respondWith?: (answer: Promise<Response>) => void;
  waitUntil?: (work: Promise<unknown>) => void;
};

/** What the server has: the page and files of one build. */
let build: { version: string; files: string[] };
let isAway: boolean;
let status: number;
let fetched: string[];
let stores: Map<string, Map<string, Response>>;
let listeners: Map<string, (event: Event) => void>;

const page = () => `<script src="${build.files[0]}"></script>`;

function serve(url: string): Response {
  const path = url.replace(ORIGIN, '');
  fetched.push(path);
  if (isAway) throw new TypeError('Failed to fetch');
  if (status !== 200) return new Response('Bad gateway', { status });
  if (path === '/offline-files.json') return Response.json(build);
  if (path.startsWith('/assets/') && !build.files.includes(path)) return new Response('', { status: 404 });
  return new Response(path.startsWith('/assets/') ? `code of ${path}` : page());
}

const fakeFetch = async (asked: string | { url: string }) =>
  serve(typeof asked === 'string' ? asked : asked.url);

const find = (store: Map<string, Response>, url: string) => store.get(url.replace(ORIGIN, ''))?.clone();

const cacheOf = (name: string) => {
  const store = stores.get(name) ?? new Map<string, Response>();
  stores.set(name, store);
  return {
    match: async (url: string) => find(store, url),
    put: async (url: string, answer: Response) => void store.set(url, answer),
    addAll: async (urls: string[]) => {
      for (const url of urls) {
        const answer = serve(url);
        if (!answer.ok) throw new TypeError('Not there');
        store.set(url, answer);
      }
    },
  };
};

const caches = {
  open: async (name: string) => cacheOf(name),
  keys: async () => [...stores.keys()],
  delete: async (name: string) => stores.delete(name),
  match: async (url: string) => [...stores.values()].map((store) => find(store, url)).find(Boolean),
};

beforeEach(() => {
  build = { version: '1', files: ['/assets/app-1.js', '/assets/list-1.js'] };
  isAway = false;
  status = 200;
  fetched = [];
  stores = new Map();
  listeners = new Map();
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (type: string, listener: (event: Event) => void) => listeners.set(type, listener),
  };
  runInNewContext(SOURCE, { self, caches, fetch: fakeFetch, URL, setTimeout });
});

async function keep(): Promise<void> {
  let work: Promise<unknown> | undefined;
  listeners.get('message')!({ data: { type: 'carillon-keep' }, waitUntil: (given) => void (work = given) });
  await work;
}

/** What a browser gets; undefined where the worker leaves it to the browser. */
async function get(path: string, mode = 'navigate', method = 'GET'): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  const request = { method, mode, url: ORIGIN + path };
  listeners.get('fetch')!({ request, respondWith: (given) => void (answer = given) });
  return answer && (await (await answer).text());
}

describe('the app without a network', () => {
  it('opens at any of its addresses once it is kept, with all of its files', async () => {
    await keep();
    isAway = true;
    expect(await get('/notifications?show=unread')).toBe(page());
    expect(await get('/assets/list-1.js', 'cors')).toBe('code of /assets/list-1.js');
  });

  it('opens too where something else answers that the server is away', async () => {
    await keep();
    status = 502;
    expect(await get('/')).toBe(page());
  });

  it('is not kept for whoever has not asked for it', async () => {
    await get('/');
    expect(stores.size).toBe(0);
    isAway = true;
    await expect(get('/')).rejects.toThrow('Failed to fetch');
  });

  it('is never older than the server: after a new build its page comes at once, and the old one goes', async () => {
    await keep();
    build = { version: '2', files: ['/assets/app-2.js', '/assets/list-2.js'] };
    expect(await get('/')).toContain('/assets/app-2.js');
    // A tab of the old version goes on until it is loaded anew.
    expect(await get('/assets/list-1.js', 'cors')).toBe('code of /assets/list-1.js');
    await keep();
    isAway = true;
    expect(await get('/')).toContain('/assets/app-2.js');
    expect([...stores.keys()]).toEqual(['carillon-app-2']);
  });

  it('keeps a whole version or none, and the one before meanwhile', async () => {
    await keep();
    const before = page();
    build = { version: '2', files: ['/assets/app-2.js'] };
    const { files } = build;
    // The page is of a third version by now.
    Object.defineProperty(build, 'files', {
      get: () => (fetched.at(-1) === '/index.html' ? ['/assets/app-3.js'] : files),
    });
    await keep();
    isAway = true;
    expect(await get('/')).toBe(before);
    expect([...stores.keys()]).toEqual(['carillon-app-1']);
  });

  it('asks for nothing twice that it has', async () => {
    await keep();
    fetched = [];
    await keep();
    expect(fetched).toEqual(['/offline-files.json']);
  });

  it('leaves alone what is not its own', async () => {
    await keep();
    for (const path of ['/graphql', '/explorer', '/metrics', '/robots.txt'])
      expect(await get(path)).toBeUndefined();
    expect(await get('/graphql', 'cors', 'POST')).toBeUndefined();
    expect(await get('/favicon.svg', 'no-cors')).toBeUndefined();
  });
});
