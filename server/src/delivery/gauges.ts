import type { Database } from '../platform/postgres/database.ts';
import type { Metrics } from '../platform/metrics.ts';

/** What an operator has to hear of: jobs that nobody takes, and e-mails that nobody could send. NaN while unknown. */
export function showDelivery(metrics: Metrics, database: Pick<Database, 'look'>): void {
  const ask = (statement: string) => () =>
    database.look<{ value: number }>(statement).then(
      ([row]) => Number(row!.value),
      () => NaN,
    );
  metrics.gauge(
    'job_lag_seconds',
    'For how long the oldest job that is due has been waiting for a worker, here or elsewhere.',
    ask(`select coalesce(extract(epoch from now() - min(run_at)), 0) as value from graphile_worker.jobs
         where run_at <= now() and locked_at is null and attempts < max_attempts`),
  );
  metrics.gauge(
    'dead_emails',
    'E-mails that could not be sent and are not tried again by themselves.',
    ask(`select count(*) as value from emails where state = 'DEAD'`),
  );
}
