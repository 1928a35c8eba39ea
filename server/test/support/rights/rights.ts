// What is asked for people's rights in tests, as one line each.
import { dataOf } from '../acts.ts';
import type { Answering } from '../server.ts';
import { mint } from '../token.ts';
import { until } from '../until.ts';

export interface Erasure {
  id: string;
  wasKnown: boolean;
  requestedAt: string;
  finishedAt: string | null;
}

export const ERASURE = 'id wasKnown requestedAt finishedAt';
export const admin = mint({ sub: 'the admin', role: 'ADMIN' });

export const askToErase = (server: Answering, userId: string, token = admin) =>
  server.ask<{ eraseUser: { erasure: Erasure } | null }>(
    `mutation ($userId: ID!) { eraseUser(userId: $userId) { erasure { ${ERASURE} } } }`,
    { userId },
    token,
  );

export const erasureOf = async (server: Answering, id: string): Promise<Erasure> =>
  (
    await dataOf(
      server.ask<{ erasure: Erasure }>(`query ($id: ID!) { erasure(id: $id) { ${ERASURE} } }`, { id }, admin),
    )
  ).erasure;

/** And waits until it is done. */
export async function erase(server: Answering, userId: string): Promise<Erasure> {
  const { eraseUser } = await dataOf(askToErase(server, userId));
  return until(
    async () => {
      const erasure = await erasureOf(server, eraseUser!.erasure.id);
      return erasure.finishedAt !== null && erasure;
    },
    { timeoutMs: 30_000 },
  );
}

export const askToExport = (server: Answering, token: string, userId?: string) =>
  server.ask<{ exportUser: { url: string } }>(
    'query ($userId: ID) { exportUser(userId: $userId) { url } }',
    { userId },
    token,
  );

export const download = (server: Answering, token: string | undefined, url: string) =>
  fetch(server.url + url, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

export interface Exported {
  userId: string;
  exportedAt: string;
  data: Record<string, Record<string, unknown>[]>;
}

export async function exportOf(server: Answering, token: string, userId?: string): Promise<Exported> {
  const { exportUser } = await dataOf(askToExport(server, token, userId));
  return (await download(server, token, exportUser.url)).json() as Promise<Exported>;
}
