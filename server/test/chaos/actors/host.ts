import { Caller } from './caller.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

/** What everybody needs who sends to these users, and looks at what they then have. */
export interface HostOptions {
  /** Of the service; the titles of what it sends begin with it. */
  name: string;
  token: string;
  urls: readonly string[];
  userIds: readonly string[];
  tokenOf: (userId: string) => string;
  pauseMs: readonly [number, number];
  random: Random;
  ledger: Ledger;
}

/** Somebody who acts upon these users until they are stopped, and then ends what they are at. */
export abstract class Host {
  protected readonly options: HostOptions;
  protected readonly caller: Caller;
  /** How much they have begun, for titles that nothing else has. */
  protected count = 0;
  protected isStopped = false;

  constructor(options: HostOptions) {
    this.options = options;
    this.caller = this.callerWith(options.token);
  }

  abstract run(): Promise<void>;

  stop(): void {
    this.isStopped = true;
  }

  protected callerWith(token: string, urls = this.options.urls): Caller {
    const { random, ledger } = this.options;
    return new Caller(urls, token, random, ledger);
  }

  /** The users, each as whoever asks for what is theirs. */
  protected people(): ReadonlyMap<string, Caller> {
    const { userIds, tokenOf } = this.options;
    return new Map(userIds.map((userId) => [userId, this.callerWith(tokenOf(userId))]));
  }

  /** What may not be refused. @returns undefined where it was, which is written down */
  protected async demand<Data>(
    query: string,
    variables: object,
    caller = this.caller,
  ): Promise<Data | undefined> {
    const { ledger, name } = this.options;
    const { data, refusal } = await caller.insist<Data>(query, variables);
    ledger.operations++;
    if (!data) ledger.wrong('refused', `${name}: ${query}: ${refusal}`);
    return data;
  }
}
