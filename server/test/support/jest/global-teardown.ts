import { rm } from 'node:fs/promises';
import { discardData } from '../../../local/programs/postgres-folder.ts';
import { postgresFolder, services } from '../services/services.ts';

export default async function globalTeardown(): Promise<void> {
  await services.pooler?.stop();
  await Promise.all([services.postgres?.stop(), services.redis?.stop()]);
  if (!services.folder) return;
  discardData(postgresFolder(services.folder));
  await rm(services.folder, { recursive: true, force: true });
}
