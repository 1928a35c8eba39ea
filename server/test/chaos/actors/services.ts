import { herald } from '../../support/broadcasting.ts';
import { host } from '../../support/declaring.ts';
import { candidate, mint, service } from '../../support/token.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';
import { Asker } from './asker.ts';
import { Broadcaster } from './broadcaster.ts';
import { Declarer } from './declarer.ts';
import { Eraser } from './eraser.ts';
import { Examiner } from './examiner.ts';
import type { Host, HostOptions } from './host.ts';
import { KeyHolder } from './key-holder.ts';
import { Planner } from './planner.ts';
import { SQL_HOST, SqlHost } from './sql-host.ts';

export interface ServicesOptions {
  urls: readonly string[];
  userIds: readonly string[];
  databaseUrl: string;
  actPauseMs: readonly [number, number];
  random: () => Random;
  ledger: Ledger;
  /** How many of each kind. */
  services: number;
}

const namesOf = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${kind}${index}`);

/** The roles of PostgreSQL that send in SQL. */
export const sqlHosts = (count: number): string[] => namesOf(SQL_HOST, count);

const adminOf = (name: string) => mint({ sub: `admin-of-${name}`, role: 'ADMIN' });

/** Whoever sends by another way than one call to one inbox, or to a list of them. */
export function createServices(options: ServicesOptions): Host[] {
  const { urls, userIds, databaseUrl, actPauseMs: pauseMs, random, ledger, services } = options;
  const of = (kind: string, tokenOfHost: (name: string) => string, create: (one: HostOptions) => Host) =>
    namesOf(kind, services).map((name) =>
      create({
        name,
        token: tokenOfHost(name),
        urls,
        userIds,
        tokenOf: candidate,
        pauseMs,
        random: random(),
        ledger,
      }),
    );
  return [
    ...of('asker-', service, (one) => new Asker(one)),
    ...of('declarer-', host, (one) => new Declarer(one)),
    ...of('broadcaster-', herald, (one) => new Broadcaster(one)),
    ...of('planner-', service, (one) => new Planner(one)),
    ...of('examiner-', service, (one) => new Examiner(one)),
    ...of(SQL_HOST, service, (one) => new SqlHost(one, databaseUrl)),
    ...of('key-holder-', adminOf, (one) => new KeyHolder(one)),
    ...of('eraser-', adminOf, (one) => new Eraser(one)),
  ];
}
