/**
 * Ends one thing after the other, each whatever became of the one before: PostgreSQL may go away while we end, and what
 * was saved is saved. Never throws.
 */
export async function letGo(
  steps: readonly (() => unknown)[],
  onTrouble: (error: unknown) => void,
): Promise<void> {
  for (const step of steps)
    try {
      await step();
    } catch (error) {
      onTrouble(error);
    }
}
