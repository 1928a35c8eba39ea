import {
  createSourceEventStream,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { execute, hasOneOperation, type Executed } from './execution.ts';

/** Of each event, what it came to for each document. Events are objects that one user's subscriptions share. */
const results = new WeakMap<object, Map<DocumentNode, Executed>>();

/**
 * As graphql's `subscribe`, but an event is executed once for all subscriptions of the same document that it reaches,
 * such as the tabs of one user: events must belong to one user.
 */
export async function subscribe(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const events = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in events)) return events;
  return new Executions(events[Symbol.asyncIterator](), args);
}

type Step = IteratorResult<ExecutionResult, undefined>;

const END: IteratorReturnResult<undefined> = { value: undefined, done: true };

class Executions implements AsyncIterableIterator<ExecutionResult> {
  private readonly mayShare: boolean;

  constructor(
    private readonly events: AsyncIterator<unknown>,
    private readonly args: ExecutionArgs,
  ) {
    this.mayShare = isSameForAll(args.document);
  }

  /** Not an async function: each subscription waits here most of its life, and a promise is smaller. */
  next(): Promise<Step> {
    return this.events.next().then((event) => (event.done ? END : this.step(this.executeOnce(event.value))));
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    await this.events.return?.();
    return { value: undefined, done: true };
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private step(result: Executed): Step | Promise<Step> {
    return 'then' in result
      ? result.then((value) => ({ value, done: false }))
      : { value: result, done: false };
  }

  private executeOnce(event: unknown): Executed {
    const { document } = this.args;
    if (!this.mayShare || typeof event !== 'object' || event === null) return this.execute(event);
    const known = results.get(event) ?? new Map<DocumentNode, Executed>();
    results.set(event, known);
    const result = known.get(document) ?? this.execute(event);
    known.set(document, result);
    return result;
  }

  private execute(event: unknown): Executed {
    return execute({ ...this.args, rootValue: event });
  }
}

const sameForAll = new WeakMap<DocumentNode, boolean>();

/**
 * Whether the document alone says what is asked of an event. Where variables reach below the subscription's own field,
 * subscriptions differ.
 */
function isSameForAll(document: DocumentNode): boolean {
  const known = sameForAll.get(document);
  if (known !== undefined) return known;
  let isSame = hasOneOperation(document);
  visit(document, {
    VariableDefinition: () => false,
    Variable: (_node, _key, _parent, _path, ancestors) => {
      const fields = ancestors.filter((node) => 'kind' in node && node.kind === Kind.FIELD);
      const isInDirective = ancestors.some((node) => 'kind' in node && node.kind === Kind.DIRECTIVE);
      if (fields.length > 1 || isInDirective) isSame = false;
    },
  });
  sameForAll.set(document, isSame);
  return isSame;
}
