import type { GaugeOf } from '../platform/feature.ts';
import type { Database } from '../platform/postgres/database.ts';

/** What an operator has to hear of: jobs that nobody takes. */
export const jobLag = (database: Database): GaugeOf => ({
  name: 'job_lag_seconds',
  help: 'For how long the oldest job that is due has been waiting for a worker, here or elsewhere.',
  read: () =>
    database.lookAtNumber(`select coalesce(extract(epoch from now() - min(run_at)), 0) as value
      from graphile_worker.jobs where run_at <= now() and locked_at is null and attempts < max_attempts`),
});
