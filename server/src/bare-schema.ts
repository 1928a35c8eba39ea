import type { GraphQLSchema } from 'graphql';
import { readConfig } from './config.ts';
import { createFeatures, resolversOf } from './features.ts';
import { createPlatform } from './platform/platform.ts';
import type { Database } from './platform/postgres/database.ts';
import { createSchema } from './schema.ts';

/** The schema with nothing behind it, for whoever only reads it. */
export function bareSchema(): GraphQLSchema {
  const config = readConfig({
    DATABASE_URL: 'postgres://nowhere',
    JWT_SECRET: 'only-for-a-schema-that-nobody-asks',
  });
  const nobody = { info: () => undefined, warn: () => undefined };
  const platform = createPlatform(config, {} as Database, nobody);
  const features = createFeatures(config, platform, () => new Date());
  return createSchema(resolversOf(features.all), features.authorize);
}
