const PAUSE_MS = 20;

/**
 * Waits for something to become true, instead of sleeping. Gives the first truthy answer. A condition that throws is
 * asked again, and its error is the reason when time is up.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = Date.now() + timeoutMs;
  let reason: unknown;
  do {
    try {
      const answer = await condition();
      if (answer) return answer as Exclude<T, false | null | undefined>;
      reason = undefined;
    } catch (error) {
      reason = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  } while (Date.now() < deadline);
  throw new Error(`Still not true after ${timeoutMs} ms: ${condition.toString()}`, { cause: reason });
}
