import { OperatorError } from '../platform/operator-error.ts';

/** The command was not understood: what is wrong, and how it is used. */
export class UsageError extends OperatorError {
  constructor(problem: string, usage: string) {
    super(`${problem}\n\n${usage}`);
  }
}
