import type { ServerResponse } from 'node:http';
import type { Subscribed } from '../../../local/mail/subscribed.ts';
import { answering, PushStage, type Pushed } from '../../support/push/push-service.ts';
import type { Arrival } from './arrival.ts';

const GONE = 410;
/** Only its turn comes later: hours pass quickly here. */
const LATER = { 'retry-after': '30' };

/** Somebody's push service, and the devices that are subscribed there: the stand-in of the other tests, in all moods. */
export class PushService {
  readonly arrivals: Arrival[] = [];
  /** What it has refused for good, by the id of the message. */
  readonly refusedIds = new Set<string>();
  readonly goneUserIds = new Set<string>();
  tries = 0;
  /** What it answers from now on; 201 if not set. */
  refusal: number | undefined;
  /** While it is set, the answer to what was taken is kept back. */
  holding: Promise<void> | undefined;
  private readonly stage: PushStage;
  private readonly devices = new Map<string, { readonly userId: string; readonly browser: Subscribed }>();

  private constructor(stage: PushStage) {
    this.stage = stage;
    // What cannot be opened was sealed for somebody else.
    stage.answer = (response, pushed) =>
      void this.take(response, pushed).catch(() => answering(400)(response, pushed));
  }

  static async open(): Promise<PushService> {
    return new PushService(await PushStage.open());
  }

  get settings(): Record<string, string> {
    const { PUBLIC_URL: _, ...settings } = this.stage.settings as Record<string, string>;
    return settings;
  }

  up = (): Promise<void> => this.stage.up();
  down = (): Promise<void> => this.stage.down();

  /** A new device of theirs. */
  subscribe(userId: string): Subscribed {
    const browser = this.stage.browser();
    this.devices.set(new URL(browser.endpoint).pathname, { userId, browser });
    return browser;
  }

  reaches(userId: string): boolean {
    return [...this.devices.values()].some((device) => device.userId === userId);
  }

  private async take(response: ServerResponse, pushed: Pushed): Promise<void> {
    this.tries++;
    this.stage.taken.length = 0;
    const device = this.devices.get(pushed.path);
    if (!device) return answering(GONE)(response, pushed);
    const { userId, browser } = device;
    const { title, body, data } = browser.decrypted(pushed).notification;
    const { refusal } = this;
    if (refusal === GONE) {
      this.refusedIds.add(data.messageId);
      this.goneUserIds.add(userId);
      this.devices.delete(pushed.path);
    }
    if (refusal !== undefined) return answering(refusal, refusal === 429 ? LATER : {})(response, pushed);
    this.arrivals.push({ id: data.messageId, to: userId, text: `${title}\n${body}` });
    await this.holding;
    answering(201)(response, pushed);
  }
}
