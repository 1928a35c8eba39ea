import { isDatabaseAway } from './errors.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const NO_ENTRY = /^28(000|P01)$/;
const NO_DATABASE = '3D000';

/** Why a start has found no PostgreSQL, in one sentence; undefined when it was something else. The password is left out. */
export function connectionTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { message, code = '' } = error as Error & { code?: string };
  if (NO_ENTRY.test(code)) return `PostgreSQL does not let in the role of DATABASE_URL: ${message}.`;
  if (code === NO_DATABASE) return `PostgreSQL has no such database as DATABASE_URL names: ${message}.`;
  if (!isDatabaseAway(error)) return undefined;
  return `PostgreSQL cannot be reached at the address of DATABASE_URL: ${message || code}.`;
}
