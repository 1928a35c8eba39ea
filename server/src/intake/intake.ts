import { isDatabaseAway, PublicError } from '../platform/errors.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Content } from '../sending/content.ts';
import type { SendService } from '../sending/send.service.ts';
import { countTogether } from '../sending/together.ts';
import type { Addition } from '../sending/add-notifications.ts';
import { putAside, type Failure } from './failed.ts';
import { readInput } from './intake-input.ts';
import { firstPending, isOurTurn, take, type Pending } from './pending.ts';

/** No more recipients than belong into one transaction. */
const MOST_AT_ONCE = 500;

/** Deadlocks, and hosts who changed the same rows: another try may go well. */
const CLASHED = /^40/;

type Judged = Addition & Pick<Pending, 'id'>;

/** Sends what hosts have said in SQL, in the order in which they said it, each once: taken and added in one transaction. */
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly sender: SendService,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Until nothing is left, or another replica is at it. May be cut off at any time.
   * @param goesOn asked before each transaction
   */
  async sendAll(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      const pending = await firstPending(this.database, MOST_AT_ONCE);
      const { orders, failures } = await this.judge(pending);
      await putAside(this.database, failures);
      for (let rest = orders; rest.length > 0;) {
        const run = rest.slice(0, countTogether(rest));
        if (!goesOn() || !(await this.send(run))) return;
        rest = rest.slice(run.length);
      }
      if (pending.length < MOST_AT_ONCE) return;
    }
  }

  /** Not in a transaction: it may have to look for a type that was declared a moment ago. */
  private async judge(pending: readonly Pending[]): Promise<{ orders: Judged[]; failures: Failure[] }> {
    const orders: Judged[] = [];
    const failures: Failure[] = [];
    const contents = new Map<string, Promise<Content>>();
    for (const { id, service, recipientId, key, input } of pending) {
      const name = JSON.stringify([service, input, key]);
      const checking = contents.get(name) ?? this.check(service, input, key);
      contents.set(name, checking);
      try {
        orders.push({ id, recipientId, content: await checking });
      } catch (error) {
        if (isForAnotherTry(error)) throw error;
        failures.push(this.failure(id, error));
      }
    }
    return { orders, failures };
  }

  private async check(service: string, input: string, idempotencyKey: string | null): Promise<Content> {
    return this.sender.check(service, { ...readInput(input), idempotencyKey });
  }

  /** Where something of it is refused, the halves of it, and so on: one that fails stops no other. */
  private async send(run: readonly Judged[]): Promise<boolean> {
    try {
      return await this.database.transaction(async (sql) => {
        if (!(await isOurTurn(sql))) return false;
        const taken = await take(
          sql,
          run.map(({ id }) => id),
        );
        const ours = run.filter(({ id }) => taken.has(id));
        if (ours.length > 0) await this.sender.sendTogether(sql, ours);
        return true;
      });
    } catch (error) {
      // It is nothing of these that is refused: each half would wait as long.
      if (isDatabaseAway(error)) throw error;
      const half = Math.ceil(run.length / 2);
      if (run.length > 1) return (await this.send(run.slice(0, half))) && this.send(run.slice(half));
      if (isForAnotherTry(error)) throw error;
      await putAside(this.database, [this.failure(run[0]!.id, error)]);
      return true;
    }
  }

  /** In the words of a refusal that a caller would have got. What nobody foresaw is told to the log. */
  private failure(id: string, error: unknown): Failure {
    if (error instanceof PublicError)
      return { id, code: String(error.extensions.code), reason: error.message };
    this.onTrouble(error);
    return { id, code: 'INTERNAL_SERVER_ERROR', reason: 'Something went wrong on our side: see the log' };
  }
}

const isForAnotherTry = (error: unknown): boolean =>
  isDatabaseAway(error) || CLASHED.test((error as { code?: string }).code ?? '');
