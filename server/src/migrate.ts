import { migrations } from './migrations/migrations.ts';
import { migrateSchema } from './platform/migrate-schema.ts';

/** Brings a database up to date and leaves it. */
export const migrate = (url: string, onNews: (message: string) => void = () => undefined): Promise<void> =>
  migrateSchema({ url, migrations, onNews });
