import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

/** What everybody needs who sends to these users, and looks at what they then have. */
export interface HostOptions {
  /** Of the service; the titles of what it sends begin with it. */
  name: string;
  token: string;
  urls: readonly string[];
  userIds: readonly string[];
  tokenOf: (userId: string) => string;
  pauseMs: readonly [number, number];
  random: Random;
  ledger: Ledger;
}
