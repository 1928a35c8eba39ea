import { ApplicationEntity } from './applications/application.entity.ts';
import type { Config } from './config.ts';
import { Database } from './platform/database.ts';
import { SessionEntity } from './sessions/session.entity.ts';
import { UserEntity } from './users/user.entity.ts';

const MOST_FOR_JOBS = 5;

/** How one replica shares out its connections: a quarter is for jobs, where there are any. Together as configured. */
export function shareConnections({
  DATABASE_POOL_SIZE: all,
  SMTP_URL,
}: Pick<Config, 'DATABASE_POOL_SIZE' | 'SMTP_URL'>): { requests: number; jobs: number } {
  const jobs = SMTP_URL === undefined ? 0 : Math.min(MOST_FOR_JOBS, Math.max(1, Math.floor(all / 4)));
  return { requests: all - jobs, jobs };
}

/** The database with everything that lives in it. */
export function openDatabase(
  url: string,
  connections: number,
  onNews: (message: string) => void,
): Promise<Database> {
  const entities = [ApplicationEntity, SessionEntity, UserEntity];
  return Database.connect({ url, poolSize: connections, entities, onNews });
}
