import type { ServerResponse } from 'node:http';
import { answering, SmsStage } from '../../support/sms/provider.ts';
import type { Arrival } from './arrival.ts';

/** Somebody's service for text messages: the stand-in of the other tests, in good and bad moods. */
export class TextProvider {
  readonly arrivals: Arrival[] = [];
  /** What it has refused for good, by Idempotency-Key. */
  readonly refusedIds = new Set<string>();
  tries = 0;
  /** What it answers from now on; 201 if not set. */
  refusal: number | undefined;
  /** While it is set, the answer to what was taken is kept back. */
  holding: Promise<void> | undefined;
  private readonly stage: SmsStage;

  private constructor(stage: SmsStage) {
    this.stage = stage;
    stage.answer = (response) => void this.take(response);
  }

  static async open(): Promise<TextProvider> {
    return new TextProvider(await SmsStage.open());
  }

  get settings(): Record<string, string> {
    const { PUBLIC_URL: _, ...settings } = this.stage.settings as Record<string, string>;
    return settings;
  }

  up = (): Promise<void> => this.stage.up();
  down = (): Promise<void> => this.stage.down();

  private async take(response: ServerResponse): Promise<void> {
    this.tries++;
    const { form, headers } = this.stage.taken.pop()!;
    const id = String(headers['idempotency-key']);
    const { refusal } = this;
    if (refusal === 400) this.refusedIds.add(id);
    if (refusal !== undefined) return answering(refusal)(response);
    this.arrivals.push({ id, to: form.get('To')!, text: form.get('Body')! });
    await this.holding;
    answering(201)(response);
  }
}
