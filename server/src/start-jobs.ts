import type { Feature } from './platform/feature.ts';
import type { Platform } from './platform/platform.ts';
import { Jobs } from './platform/postgres/jobs.ts';

type Working = Pick<Feature, 'tasks' | 'onTakeOver'>;

/** Begins to work on the jobs of all features, by one queue. @param port where requests are taken */
export function startJobs(
  { database, onTrouble }: Platform,
  features: readonly Working[],
  connection: { databaseUrl: string; connections: number },
  port: string,
): Jobs {
  return new Jobs(database, {
    ...connection,
    tasks: Object.fromEntries(features.flatMap(({ tasks }) => Object.entries(tasks?.(port) ?? {}))),
    onTakeOver: async () => {
      for (const { onTakeOver } of features) await onTakeOver?.();
    },
    onTrouble,
  });
}
