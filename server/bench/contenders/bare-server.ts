// What Carillon is held against: the least that authenticates, saves, lists and delivers, written by hand on ws, pg and
// ioredis in one process. No GraphQL, no framework, no counters, no order, no resuming, no limits, no heartbeat.
import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import jwt from 'jsonwebtoken';
import { WebSocketServer } from 'ws';
import { BareSockets } from './bare-sockets.ts';
import { BareStore, type Content } from './bare-store.ts';

const CONNECTIONS = 32;
const KEEP_ALIVE_MS = 60_000;
const BACKLOG = 4_096;

const { DATABASE_URL, REDIS_URL, JWT_SECRET, PORT } = process.env as Record<string, string>;
const key = createSecretKey(JWT_SECRET!, 'utf8');
const store = new BareStore(DATABASE_URL!, CONNECTIONS);
const sockets = new BareSockets(REDIS_URL!);

interface Caller {
  id: string;
  isService: boolean;
}

/** @throws when the token is missing or refused */
function verify(authorization = ''): Caller {
  const claims = jwt.verify(authorization.slice('Bearer '.length), key, { algorithms: ['HS256'] });
  const { sub, scope } = claims as { sub: string; scope?: string };
  return { id: sub, isService: scope === 'notifications:create' };
}

// Carillon does not check the same token twice either. A socket shows its token only once, so that is not kept.
const remembered = new Map<string, Caller>();

function callerOf({ headers: { authorization = '' } }: IncomingMessage): Caller {
  const caller = remembered.get(authorization) ?? verify(authorization);
  remembered.set(authorization, caller);
  return caller;
}

type Answer = [status: number, body: unknown];

async function answer(request: IncomingMessage, caller: Caller): Promise<Answer> {
  const [path, query] = request.url!.split('?');
  switch (`${request.method} ${path}`) {
    case 'POST /notifications':
      return caller.isService ? create(await bodyOf(request)) : [403, {}];
    case 'POST /notifications/many':
      return caller.isService ? createMany(await bodyOf(request)) : [403, {}];
    case 'GET /notifications':
      return page(caller, new URLSearchParams(query));
    case 'GET /notifications/unread':
      return [200, { unread: await store.unread(caller.id) }];
    case 'POST /notifications/read':
      return mark(caller, new URLSearchParams(query).get('id'));
    default:
      return [404, {}];
  }
}

function bodyOf<Body>(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve) =>
    request.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString()) as Body)),
  );
}

async function create({ userId, ...content }: Content & { userId: string }): Promise<Answer> {
  const row = await store.insert(userId, content);
  sockets.publish(userId, JSON.stringify(row));
  return [201, { id: row.id }];
}

async function createMany({ userIds, ...content }: Content & { userIds: string[] }): Promise<Answer> {
  const rows = await store.insertMany(userIds, content);
  for (const { user_id, ...row } of rows) sockets.publish(user_id, JSON.stringify(row));
  return [201, { created: rows.length }];
}

async function page({ id }: Caller, query: URLSearchParams): Promise<Answer> {
  const size = Math.min(Number(query.get('size') ?? 20), 100);
  const rows = await store.page(id, query.get('after'), size);
  return [200, { rows, next: rows.length === size ? rows.at(-1)!.id : null }];
}

/** One, or all. */
async function mark({ id: userId }: Caller, id: string | null): Promise<Answer> {
  if (id !== null) return [200, { row: await store.markRead(userId, id) }];
  await store.markAllRead(userId);
  return [200, {}];
}

function respond(response: ServerResponse, [status, body]: Answer): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
  if (request.url === '/ready') return respond(response, [200, {}]);
  void (async () => answer(request, callerOf(request)))().then(
    (result) => respond(response, result),
    (error: unknown) => {
      console.error(error);
      respond(response, [500, {}]);
    },
  );
});

const upgrades = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
server.on('upgrade', (request, stream, head) => {
  try {
    const { id } = verify(request.headers.authorization);
    upgrades.handleUpgrade(request, stream, head, (socket) => void sockets.add(id, socket));
  } catch {
    stream.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  }
});

server.listen(Number(PORT), '127.0.0.1', BACKLOG);
