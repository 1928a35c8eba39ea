// Each look costs: a connection, a request, a page that is asked. What takes long is looked at less often, and seen a
// tenth later at most.
const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 250;

/**
 * Waits for something to become true, instead of sleeping. Gives the first truthy answer. A condition that throws is
 * asked again, and its error is the reason when time is up.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 10_000 }: { timeoutMs?: number } = {},
): Promise<Exclude<T, false | null | undefined>> {
  const begun = Date.now();
  const deadline = begun + timeoutMs;
  let reason: unknown;
  do {
    try {
      const answer = await condition();
      if (answer) return answer as Exclude<T, false | null | undefined>;
      reason = undefined;
    } catch (error) {
      reason = error;
    }
    const pause = Math.min(Math.max((Date.now() - begun) / 10, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    await new Promise((resolve) => setTimeout(resolve, pause));
  } while (Date.now() < deadline);
  throw new Error(`Still not true after ${timeoutMs} ms: ${condition.toString()}`, { cause: reason });
}
