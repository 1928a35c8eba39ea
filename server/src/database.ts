import { ApplicationEntity } from './applications/application.entity.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations/migrations.ts';
import { Database } from './platform/database.ts';
import { SessionEntity } from './sessions/session.entity.ts';
import { UserEntity } from './users/user.entity.ts';

/** The database with everything that lives in it. */
export function openDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL_SIZE'>,
  onNews: (message: string) => void,
): Promise<Database> {
  return Database.connect({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
    entities: [ApplicationEntity, SessionEntity, UserEntity],
    migrations,
    onNews,
  });
}
