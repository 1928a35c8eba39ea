const MAX_FOR_JOBS = 5;
/** One that listens, and one that works. */
const MAX_WITHOUT_EMAILS = 2;

/** How one replica shares out its connections: a quarter is for jobs, within limits. Together as configured. */
export function shareConnections({
  DATABASE_POOL_SIZE: all,
  SMTP_URL,
}: {
  DATABASE_POOL_SIZE: number;
  SMTP_URL?: string | undefined;
}): { requests: number; jobs: number } {
  const most = SMTP_URL === undefined ? MAX_WITHOUT_EMAILS : MAX_FOR_JOBS;
  const jobs = Math.min(most, Math.max(1, Math.floor(all / 4)));
  return { requests: all - jobs, jobs };
}
