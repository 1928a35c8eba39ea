import { getOperationAST, OperationTypeNode, type DocumentNode, type ExecutionArgs } from 'graphql';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { OperationContext } from './operation-context.ts';

/**
 * Names are clients' to choose, so only so many get lines of their own, and strangers cannot use up those of users. The
 * rest is `other`, what has no name `anonymous`, what never ran `refused`.
 */
const MAX_NAMES = { ofViewers: 150, ofStrangers: 50 };
const MAX_NAME = 64;

interface Operation {
  readonly name: string;
  readonly kind: OperationTypeNode;
}

interface ShownError {
  readonly extensions?: { readonly code?: unknown };
}

/** What is asked, how long it takes and how it ends, over HTTP and sockets alike. Knows documents that were admitted. */
export class OperationMetrics {
  private readonly names = { ofViewers: new Set<string>(), ofStrangers: new Set<string>() };
  private readonly operations = new WeakMap<DocumentNode, Map<string | null | undefined, Operation>>();
  private readonly count;
  private readonly seconds;

  constructor(registry: Registry) {
    this.count = new Counter({
      name: 'carillon_operations_total',
      help: 'Operations by name, kind and outcome: OK, or the code of the first error. Of subscriptions the start, and each event with an error.',
      labelNames: ['operation', 'kind', 'code'] as const,
      registers: [registry],
    });
    this.seconds = new Histogram({
      name: 'carillon_operation_seconds',
      help: 'From the arrival of an operation to its result; of subscriptions to their start.',
      labelNames: ['operation', 'kind'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
  }

  /** A query or mutation is done, or a subscription has begun. */
  answered(args: ExecutionArgs, errors?: readonly ShownError[]): void {
    const { startedAt, viewer } = args.contextValue as OperationContext;
    const { name, kind } = this.operationOf(args);
    const operation = this.shown(name, viewer !== undefined);
    this.count.inc({ operation, kind, code: codeOf(errors) });
    this.seconds.observe({ operation, kind }, (performance.now() - startedAt) / 1_000);
  }

  /** A result leaves a socket: an answer, or an event of a subscription, which counts if it has errors. */
  sent(args: ExecutionArgs, errors?: readonly ShownError[]): void {
    const { name, kind } = this.operationOf(args);
    if (kind !== OperationTypeNode.SUBSCRIPTION) return this.answered(args, errors);
    if (!errors) return;
    const { viewer } = args.contextValue as OperationContext;
    this.count.inc({ operation: this.shown(name, viewer !== undefined), kind, code: codeOf(errors) });
  }

  /** It did not run. */
  refused(errors: readonly ShownError[]): void {
    this.count.inc({ operation: 'refused', kind: 'unknown', code: codeOf(errors) });
  }

  private operationOf({ document, operationName }: ExecutionArgs): Operation {
    const known = this.operations.get(document) ?? new Map<string | null | undefined, Operation>();
    this.operations.set(document, known);
    const operation = known.get(operationName) ?? describe(document, operationName);
    known.set(operationName, operation);
    return operation;
  }

  private shown(name: string, isViewer: boolean): string {
    const { ofViewers, ofStrangers } = this.names;
    if (ofViewers.has(name) || ofStrangers.has(name) || name === 'anonymous') return name;
    const [names, most] = isViewer ? [ofViewers, MAX_NAMES.ofViewers] : [ofStrangers, MAX_NAMES.ofStrangers];
    if (name.length > MAX_NAME || names.size >= most) return 'other';
    names.add(name);
    return name;
  }
}

function describe(document: DocumentNode, operationName: string | null | undefined): Operation {
  const ast = getOperationAST(document, operationName);
  return { name: ast?.name?.value ?? 'anonymous', kind: ast?.operation ?? OperationTypeNode.QUERY };
}

const codeOf = (errors?: readonly ShownError[]): string =>
  errors ? ((errors[0]?.extensions?.code as string | undefined) ?? 'INTERNAL_SERVER_ERROR') : 'OK';
