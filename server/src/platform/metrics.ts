import { setTimeout as pause } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { OperationMetrics } from './graphql/transport/operation-metrics.ts';

const PREFIX = 'carillon_';
const MAX_READ_MS = 700;

/** Why a socket was closed by us before its time. */
export type SocketClosing = 'slow' | 'half_open' | 'too_many' | 'signed_out' | 'revoked' | 'expired';

/** What one replica tells its operator; served at `/metrics`. One object for each app, so that two can live in one process. */
export class Metrics {
  readonly registry = new Registry();

  readonly deliveries = this.counter('deliveries_total', 'Changes handed to subscriptions.');
  readonly deliverySeconds = new Histogram({
    name: `${PREFIX}delivery_seconds`,
    help: 'From the commit of a change to its hand-over to a subscription here, for changes that were announced.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly repairs = this.counter(
    'repairs_total',
    'Inboxes that the repair loop found ahead of what was announced.',
  );
  readonly repairSeconds = this.counter(
    'repair_seconds_total',
    'Time spent on the queries of the repair loop.',
  );
  readonly resyncs = this.counter('resyncs_total', 'Deltas that told their reader to read pages anew.');
  readonly brokerFailures = this.counter(
    'broker_failures_total',
    'Connection troubles and lost announcements of the pub/sub.',
  );
  readonly socketsClosed = new Counter({
    name: `${PREFIX}sockets_closed_total`,
    help: 'Sockets that we closed before their time, by reason.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });

  readonly socketCloses = new Counter({
    name: `${PREFIX}socket_closes_total`,
    help: 'Sockets that ended, by close code: 1009 too large a message, 4408 no connection_init, 1006 cut, and so on.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });
  readonly cutConnections = this.counter(
    'cut_connections_total',
    'Connections cut since their reader left too much unread, or for too long.',
  );
  readonly refusedOperations = this.counter(
    'refused_operations_total',
    'Operations over the limit of their socket.',
  );

  readonly operations = new OperationMetrics(this.registry);

  readonly signIns = new Counter({
    name: `${PREFIX}sign_ins_total`,
    help: 'Tries to sign in with a password, by outcome: succeeded, wrong, limited.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly providerSignIns = new Counter({
    name: `${PREFIX}provider_sign_ins_total`,
    help: 'Returns from the OpenID provider, by outcome: succeeded, away, refused, late, taken, limited, failed.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  readonly refusedUpgrades = new Counter({
    name: `${PREFIX}refused_upgrades_total`,
    help: 'Sockets that were not opened, by reason: origin, path, restart.',
    labelNames: ['reason'] as const,
    registers: [this.registry],
  });

  readonly messages = new Counter({
    name: `${PREFIX}messages_total`,
    help: 'Tries to send a message here, by channel and outcome: sent, retrying, refused, gave_up, cancelled.',
    labelNames: ['channel', 'outcome'] as const,
    registers: [this.registry],
  });

  readonly webhooks = new Counter({
    name: `${PREFIX}webhooks_total`,
    help: 'Tries to send a message to a webhook here, by outcome: sent, retrying, gave_up, gone.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A value that is looked up when somebody asks: NaN when that takes longer than they can wait. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    let reading: Promise<number> | undefined;
    new Gauge({
      name: PREFIX + name,
      help,
      registers: [this.registry],
      async collect() {
        const value = reading ?? read();
        if (typeof value === 'number') return this.set(value);
        reading ??= value.finally(() => (reading = undefined));
        this.set(await Promise.race([reading, pause(MAX_READ_MS, NaN, { ref: false })]));
      },
    });
  }

  closed(reason: SocketClosing): void {
    this.socketsClosed.inc({ reason });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name: PREFIX + name, help, registers: [this.registry] });
  }
}
