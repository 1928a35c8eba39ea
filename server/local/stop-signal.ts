const POLL_MS = 500;

/**
 * Resolves at the first request to stop. Later ones change nothing: npm and the terminal both pass on a Ctrl-C. A signal
 * to npm alone ends the shell between us without reaching us, so a new parent counts as a request too.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    const poll = setInterval(() => process.ppid !== parent && resolve('parent gone'), POLL_MS);
    poll.unref();
  });
}
