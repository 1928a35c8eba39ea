import { nameSender, removeSender, sqlSenders } from '../intake/sql-senders.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { PublicError } from '../platform/errors.ts';
import type { Database } from '../platform/postgres/database.ts';
import { parsedArgs } from './parsed-args.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Says which role of the database sends for which service, by carillon.notify (docs/sql.md).

  sql-sender ROLE SERVICE    from now on the role sends for this service
  sql-sender ROLE --remove   the role may not send any more
  sql-sender                 who may`;

const refused = (problem: string) => new UsageError(problem, USAGE);

/**
 * What an operator asks for in the words of `args`.
 * @returns what is to be printed
 * @throws OperatorError
 */
export async function nameSqlSender(database: Database, args: string[]): Promise<string> {
  const { values, positionals } = parse(args);
  if (values.help) return USAGE;
  const [role, service, ...others] = positionals;
  if (others.length > 0) throw refused('Say a role and a service.');
  if (role === undefined) return listOf(await sqlSenders(database));
  if (values.remove) {
    if (service !== undefined) throw refused('Say a role alone with --remove.');
    const could = await removeSender(database, role);
    return could ? `The role ${role} may not send any more.` : `The role ${role} could not send before.`;
  }
  if (service === undefined) throw refused('Say a role and a service.');
  await nameSender(database, { role, service }).catch((error: unknown) => {
    throw error instanceof PublicError ? new OperatorError(error.message) : error;
  });
  return `The role ${role} sends for the service ${service} now.`;
}

const listOf = (senders: readonly { role: string; service: string }[]): string =>
  senders.length === 0
    ? 'No role may send.'
    : senders.map(({ role, service }) => `${role} sends for ${service}`).join('\n');

const OPTIONS = { remove: { type: 'boolean' }, help: { type: 'boolean' } } as const;

const parse = (args: string[]) => parsedArgs({ args, options: OPTIONS, allowPositionals: true }, USAGE);
