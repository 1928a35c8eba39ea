import { isDatabaseAway } from '../errors.ts';

// By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), the first that fits.
const SENTENCES: readonly [states: RegExp, words: string][] = [
  [/^28(000|P01)$/, 'PostgreSQL does not let in the role of DATABASE_URL'],
  [/^42501$/, 'The role of DATABASE_URL lacks a right'],
  [/^42P01$/, 'The database that DATABASE_URL names lacks the tables of Carillon'],
  [/^3D000$/, 'PostgreSQL has no such database as DATABASE_URL names'],
  [/^55000$/, 'PostgreSQL lets nobody into the database that DATABASE_URL names'],
  [/^(53...|57P03)$/, 'PostgreSQL takes no connection at the moment'],
  [/^25006$/, 'PostgreSQL takes no changes at the address of DATABASE_URL, as a standby does not'],
];

/** Of Node and pg: they have no SQLSTATE. */
const TLS_WORDS = /does not support SSL|certificate|\bTLS\b/i;

/** Why a start has found no PostgreSQL that is of use, in one sentence; undefined when it was something else. The password is left out. */
export function connectionTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message, code = '' } = error as Error & { code?: string };
  const [, words] = SENTENCES.find(([states]) => states.test(code)) ?? [];
  if (words !== undefined) return `${words}: ${message}.`;
  if (!isDatabaseAway(error) && !TLS_WORDS.test(message)) return undefined;
  return `PostgreSQL cannot be reached at the address of DATABASE_URL: ${message || code}.`;
}
