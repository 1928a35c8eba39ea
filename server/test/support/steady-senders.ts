import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Answering } from './server.ts';
import { service } from './token.ts';

const SEND = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created notification { id } }
}`;
const RECIPIENTS = 3;
const BETWEEN_MS = 10;
const AGAIN_AFTER_MS = 200;

/** Services that send all the time, every other one with keys; these repeat what is not acknowledged. */
export class SteadySenders {
  readonly acknowledged: { what: string; id: string; at: number }[] = [];
  readonly refusals: { code: string | undefined; retryAfterMs: unknown }[] = [];
  private isStopped = false;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly server: Answering,
    count = 12,
  ) {
    this.running = Promise.all(Array.from({ length: count }, (_, index) => this.run(index)));
  }

  /** The first that was acknowledged after that moment, as `performance.now()` counts. */
  firstAfter(moment: number): number | undefined {
    return this.acknowledged.find(({ at }) => at > moment)?.at;
  }

  /** Lets them finish. What was acknowledged is there, what has a key is there once, and refusals said what to do. */
  async settle(sql: (text: string) => Promise<Record<string, unknown>[]>): Promise<void> {
    this.isStopped = true;
    await this.running;
    const rows = await sql(`select id, title || ' → ' || user_id as what from notifications`);
    const there = new Map(rows.map(({ id, what }) => [id, what]));
    const lost = this.acknowledged.filter(({ id, what }) => there.get(id) !== what);
    expect(lost).toEqual([]);
    const keyed = rows.map(({ what }) => String(what)).filter((what) => what.startsWith('keyed'));
    expect(keyed).toHaveLength(new Set(keyed).size);
    for (const { code, retryAfterMs } of this.refusals) {
      expect(code).toBe('SERVICE_UNAVAILABLE');
      expect(retryAfterMs).toBeGreaterThan(0);
    }
  }

  private async run(index: number): Promise<void> {
    const isKeyed = index % 2 === 0;
    const recipientId = `steady-${index % RECIPIENTS}`;
    for (let count = 1; !this.isStopped; count++) {
      const title = `${isKeyed ? 'keyed' : 'unkeyed'} ${index}-${count}`;
      const input = { recipientId, type: 'graded', title, message: 'See the mark.' };
      while (!(await this.send({ ...input, ...(isKeyed && { idempotencyKey: title }) })) && isKeyed) {
        if (this.isStopped) break;
        await pause(AGAIN_AFTER_MS);
      }
      await pause(BETWEEN_MS);
    }
  }

  private async send(input: {
    recipientId: string;
    title: string;
    idempotencyKey?: string;
  }): Promise<boolean> {
    const answer = await this.server
      .ask<{ createNotification: { notification: { id: string } } }>(SEND, { input }, service())
      .catch(() => undefined); // nobody there any more
    if (!answer) return false;
    const { data, errors } = answer;
    if (errors) {
      const { code, retryAfterMs } = errors[0]!.extensions;
      this.refusals.push({ code, retryAfterMs });
      return false;
    }
    const what = `${input.title} → ${input.recipientId}`;
    this.acknowledged.push({ what, id: data.createNotification.notification.id, at: performance.now() });
    return true;
  }
}
