import { ConfigError } from './config.ts';
import { connectionTrouble } from './platform/connection-trouble.ts';
import { OperatorError } from './platform/operator-error.ts';

/** What is written when a command fails: a sentence where the cause is the operator's to mend, else all we know. */
export function explain(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof OperatorError) return error.message;
  return connectionTrouble(error) ?? error;
}
