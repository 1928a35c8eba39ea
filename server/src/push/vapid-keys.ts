import webPush from 'web-push';
import type { Database } from '../platform/postgres/database.ts';

/** By which push services know us (RFC 8292): base64url of a point and a number of the curve P-256. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Made once, for all replicas: browsers are bound to them, and would have to be asked again with others. */
export async function keptVapidKeys(database: Database): Promise<VapidKeys> {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  await database.query(
    `insert into push_keys (public_key, private_key) values ($1, $2) on conflict do nothing`,
    [publicKey, privateKey],
  );
  const [kept] = await database.query<VapidKeys>(
    `select public_key as "publicKey", private_key as "privateKey" from push_keys`,
  );
  return kept!;
}
