import type { FastifyInstance } from 'fastify';
import { OperatorError } from '../operator-error.ts';

const REASONS = new Map([
  ['EADDRINUSE', 'another program listens there'],
  ['EACCES', 'this user may not'],
  ['EADDRNOTAVAIL', 'this machine has no such address'],
]);

/**
 * Begins to take requests.
 * @returns the address, as `http://host:port`
 * @throws OperatorError that names the variables to change
 */
export async function listen(
  server: FastifyInstance,
  { host, port, named }: { host: string; port: number; named: 'PORT' | 'METRICS_PORT' },
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const why = REASONS.get(code) ?? message;
    throw new OperatorError(`Cannot listen at ${host}, port ${port}, as HOST and ${named} say: ${why}.`, {
      cause: error,
    });
  }
}
