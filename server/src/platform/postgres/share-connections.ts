const MAX_FOR_JOBS = 5;

/** How one replica shares out its connections: a quarter is for jobs, where there are any. Together as configured. */
export function shareConnections({
  DATABASE_POOL_SIZE: all,
  SMTP_URL,
}: {
  DATABASE_POOL_SIZE: number;
  SMTP_URL?: string | undefined;
}): { requests: number; jobs: number } {
  const jobs = SMTP_URL === undefined ? 0 : Math.min(MAX_FOR_JOBS, Math.max(1, Math.floor(all / 4)));
  return { requests: all - jobs, jobs };
}
