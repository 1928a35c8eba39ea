/** Statement parameters that are numbered as they are added. */
export class Parameters {
  constructor(readonly values: unknown[]) {}

  /** Returns the place of the value in the statement: `$1`, `$2` … */
  readonly add = (value: unknown): string => `$${this.values.push(value)}`;
}
