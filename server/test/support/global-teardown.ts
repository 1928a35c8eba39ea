import { realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { services } from './services.ts';

export default async function globalTeardown(): Promise<void> {
  await Promise.all([services.postgres?.stop(), services.redis?.stop()]);
  if (!services.folder) return;
  // Where the data really is, when the folder could only link to it.
  const data = await realpath(path.join(services.folder, 'postgres')).catch(() => undefined);
  if (data) await rm(data, { recursive: true, force: true });
  await rm(services.folder, { recursive: true, force: true });
}
