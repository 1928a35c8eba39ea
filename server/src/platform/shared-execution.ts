import {
  createSourceEventStream,
  execute as interpret,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { badInput } from './errors.ts';
import { execute, hasOneOperation, type Executed } from './execution.ts';

/** Of each event, what it came to for each document. Events are objects that one user's subscriptions share. */
const results = new WeakMap<object, Map<DocumentNode, Executed>>();

/** What the events of a subscription wait for: room with its reader for one of them. */
export interface Turn {
  /** Waits for room, if it is not held yet; undefined: there is. */
  take(): Promise<void> | undefined;
  /** What was told has left. */
  give(): void;
  /** Waits until little of what was sent before is still to be read; undefined: it is. */
  catchUp(): Promise<void> | undefined;
}

export type Subscribing = ExecutionArgs & {
  /** Held from the start, so that it is the first event's too if that comes at once. */
  turn?: Turn;
};

/**
 * As graphql's `subscribe`, but an event is executed once for all subscriptions of the same document that it reaches,
 * such as the tabs of one user: events must belong to one user.
 */
export async function subscribe(
  args: Subscribing,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const events = await createSourceEventStream(args).catch((error: unknown) => ifNothingIsAsked(args, error));
  if (!(Symbol.asyncIterator in events)) return events;
  return new Executions(events[Symbol.asyncIterator](), args);
}

/** Where `@skip` or `@include` leave nothing of a subscription, graphql stumbles. */
async function ifNothingIsAsked(args: ExecutionArgs, error: unknown): Promise<ExecutionResult> {
  const { data } = await interpret(args);
  if (!data || Object.keys(data).length > 0) throw error;
  return { errors: [badInput('The subscription asks for nothing')] };
}

type Step = IteratorResult<ExecutionResult, undefined>;

const END: IteratorReturnResult<undefined> = { value: undefined, done: true };

class Executions implements AsyncIterableIterator<ExecutionResult> {
  private readonly mayShare: boolean;
  private isTelling = false;

  constructor(
    private readonly events: AsyncIterator<unknown>,
    private readonly args: Subscribing,
  ) {
    this.mayShare = isSameForAll(args.document);
  }

  next(): Promise<Step> {
    const { turn } = this.args;
    if (!turn) return this.pull();
    if (this.isTelling) {
      this.isTelling = false;
      turn.give();
    } else {
      setImmediate(() => this.isTelling || turn.give());
    }
    const behind = turn.catchUp();
    return behind ? behind.then(() => this.pull()) : this.pull();
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.args.turn?.give();
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

  /** Not an async function: each subscription waits here most of its life, and a promise is smaller. */
  private pull(): Promise<Step> {
    return this.events.next().then((event) => (event.done ? END : this.tell(event.value)));
  }

  private tell(event: unknown): Step | Promise<Step> {
    this.isTelling = true;
    const full = this.args.turn?.take();
    return full ? full.then(() => this.step(event)) : this.step(event);
  }

  private step(event: unknown): Step | Promise<Step> {
    const result = this.executeOnce(event);
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
 * as those in its fragments do, subscriptions differ.
 */
function isSameForAll(document: DocumentNode): boolean {
  const known = sameForAll.get(document);
  if (known !== undefined) return known;
  let isSame = hasOneOperation(document);
  visit(document, {
    VariableDefinition: () => false,
    Variable: (_node, _key, _parent, _path, ancestors) => {
      const kinds = ancestors.map((node) => ('kind' in node ? node.kind : undefined));
      const isOfTheEvent = kinds.filter((kind) => kind === Kind.FIELD).length !== 1;
      if (isOfTheEvent || kinds.includes(Kind.FRAGMENT_DEFINITION) || kinds.includes(Kind.DIRECTIVE))
        isSame = false;
    },
  });
  sameForAll.set(document, isSame);
  return isSame;
}
