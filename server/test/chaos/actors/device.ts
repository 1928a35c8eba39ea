import { Caller, pause } from './caller.ts';
import type { PushService } from '../channels/push-service.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const REGISTER = `mutation ($input: PushEndpointInput!) {
  registerPushEndpoint(input: $input) { preferences { pushEndpoints { id } } }
}`;
const LOOK_EVERY_MS = 200;

export interface DeviceOptions {
  userId: string;
  token: string;
  urls: readonly string[];
  random: Random;
  ledger: Ledger;
}

/** A phone that pushes go to. When its push service knows it no more, it comes anew under another address. */
export class Device {
  private readonly options: DeviceOptions;
  private readonly pushService: PushService;
  private readonly caller: Caller;
  private isStopped = false;

  constructor(options: DeviceOptions, pushService: PushService) {
    this.options = options;
    this.pushService = pushService;
    this.caller = new Caller(options.urls, options.token, options.random, options.ledger);
  }

  async run(): Promise<void> {
    const { userId, ledger } = this.options;
    while (!this.isStopped) {
      if (!this.pushService.reaches(userId)) {
        const { input } = this.pushService.subscribe(userId);
        const { refusal } = await this.caller.insist(REGISTER, { input });
        if (refusal) ledger.wrong('refused', `a device of ${userId}: ${refusal}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  stop(): void {
    this.isStopped = true;
  }
}
