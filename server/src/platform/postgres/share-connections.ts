const MAX_FOR_JOBS = 5;

/** How one replica shares out its connections: a quarter is for jobs. Together as configured. */
export function shareConnections({ DATABASE_POOL_SIZE: all }: { DATABASE_POOL_SIZE: number }): {
  requests: number;
  jobs: number;
} {
  const jobs = Math.min(MAX_FOR_JOBS, Math.max(1, Math.floor(all / 4)));
  return { requests: all - jobs, jobs };
}
