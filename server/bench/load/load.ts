import { startCpuMeter, type CpuUse, type Pids } from '../cpu-meter.ts';
import type { Dialect } from '../contenders/dialect.ts';
import { Crowd } from './crowd.ts';
import { Http } from './http.ts';
import { Ledger, type Expected } from './ledger.ts';

/** What is put on one server, and what is known of it. */
export class Load {
  readonly dialect: Dialect;
  readonly http: Http;
  readonly ledger = new Ledger();
  readonly crowd: Crowd;
  /** Notifications that were there before, by their user; whoever acts on one takes it out. */
  readonly known = new Map<string, string[]>();
  private readonly pids: Pids;
  private lastKey = 0;

  constructor(url: string, dialect: Dialect, pids: Pids) {
    this.dialect = dialect;
    this.http = new Http(url, dialect);
    this.crowd = new Crowd(url, dialect, this.ledger);
    this.pids = pids;
  }

  /** A notification that is about to be sent, to every socket that these users have. */
  expect(recipients: ReadonlySet<string>): Expected {
    const receivers = [...recipients].flatMap((userId) => this.crowd.of(userId));
    return this.ledger.expect(`n-${++this.lastKey}`, recipients, receivers);
  }

  startCpuMeter(): () => CpuUse {
    return startCpuMeter(this.pids);
  }

  killServer(): void {
    process.kill(this.pids.server, 'SIGKILL');
  }
}
