// The whole server but its port: whoever asks is authenticated and authorised as over HTTP and on a socket.
import { setTimeout as wait } from 'node:timers/promises';
import {
  execute,
  parse,
  print,
  subscribe,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { readConfig } from '../../../src/config.ts';
import { createFeatures, resolversOf } from '../../../src/features.ts';
import { presentError } from '../../../src/platform/errors.ts';
import { createPlatform } from '../../../src/platform/platform.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { createSchema } from '../../../src/schema.ts';
import { settingsOf } from '../server.ts';
import { createDatabase } from '../services/database.ts';

export interface Reply {
  readonly data: unknown;
  /** Of the first error. */
  readonly code: string | undefined;
  /** The answer as one text. */
  readonly text: string;
}

export interface Stage {
  readonly schema: GraphQLSchema;
  /** @param query as a document where it is asked often */
  readonly ask: (
    token: string | undefined,
    query: string | DocumentNode,
    variables?: object,
  ) => Promise<Reply>;
  /** The refusal of a subscription; else its first two events, while `ring` makes things happen. */
  readonly listen: (
    token: string | undefined,
    document: DocumentNode,
    variables: object,
    ring: () => Promise<unknown>,
  ) => Promise<Reply[]>;
  readonly close: () => Promise<void>;
}

const EVENTS = 2;
/** Far more than it takes, also where all is slow. */
const MAX_RINGS = 200;

export async function openStage(): Promise<Stage> {
  const own = await createDatabase();
  const config = readConfig(settingsOf(own.url, { WEBHOOK_PRIVATE_ADDRESSES: 'true' }));
  const database = await Database.connect({ url: own.url, poolSize: 8 });
  const troubles: unknown[] = [];
  const log = { info: () => undefined, warn: (trouble: object) => void troubles.push(trouble) };
  const platform = createPlatform(config, database, log);
  const features = createFeatures(config, platform, () => new Date());
  for (const { entities, prepare } of features.all) {
    if (entities) database.know(entities);
    await prepare?.();
  }
  const schema = createSchema(resolversOf(features.all), features.authorize);
  const contextFor = async (token: string | undefined) => ({
    requestId: 'permissions',
    startedAt: performance.now(),
    address: '192.0.2.1',
    ...(await features.authenticate(token && `Bearer ${token}`)),
  });
  return {
    schema,
    ask: async (token, query, variableValues) => {
      const document = typeof query === 'string' ? parse(query) : query;
      const contextValue = await contextFor(token);
      return replyOf(
        await execute({ schema, document, contextValue, variableValues: { ...variableValues } }),
      );
    },
    listen: async (token, document, variableValues, ring) => {
      const events = await subscribe({
        ...{ schema, document, contextValue: await contextFor(token) },
        variableValues: { ...variableValues },
      });
      if (!(Symbol.asyncIterator in events)) return [replyOf(events)];
      const heard: Reply[] = [];
      const hearing = (async () => {
        for await (const event of events) if (heard.push(replyOf(event)) === EVENTS) return;
      })();
      for (let rung = 0; heard.length < EVENTS && rung < MAX_RINGS; rung++) {
        await ring();
        await wait(20);
      }
      if (heard.length < EVENTS) throw new Error(`Nothing came of ${print(document)}`);
      await hearing;
      return heard;
    },
    close: async () => {
      for (const { close } of features.all) await close?.();
      await platform.pubSub.close();
      platform.limits.close();
      await database.close();
      await own.drop();
    },
  };
}

/** @throws what no caller may meet: a fault of ours, or of the question */
function replyOf({ data, errors = [] }: ExecutionResult): Reply {
  const shown = errors.map((error) =>
    presentError(error, 'permissions', ({ err }) => {
      throw err;
    }),
  );
  const misasked = errors.find(({ path }) => path === undefined);
  if (misasked) throw misasked;
  const words = shown.map(({ message, extensions }) => [message, extensions?.code]);
  return {
    data,
    code: shown[0]?.extensions?.code as string | undefined,
    text: JSON.stringify([data, words]),
  };
}
