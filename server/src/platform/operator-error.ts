/** What an operator can mend by themselves: its message says how, and is all that they need. */
export class OperatorError extends Error {}
