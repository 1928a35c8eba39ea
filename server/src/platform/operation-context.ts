/** What the platform needs to know of the operation it runs. */
export interface OperationContext {
  /** In the log, and in the answer of a masked error. */
  readonly requestId: string;
  /** When it came, as `performance.now()` tells. */
  readonly startedAt: number;
  /** Undefined without a valid token. */
  readonly viewer?: unknown;
}
