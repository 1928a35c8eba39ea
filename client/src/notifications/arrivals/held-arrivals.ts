/** What came while the reader did not want to be disturbed, and still calls for attention: to be told once, as a number. */
export class HeldArrivals {
  #ids = new Set<string>();

  add(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** Read, archived or removed meanwhile: nothing to tell any more. */
  settle(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.delete(id);
  }

  /** The reader has seen them all by themselves, on this device or another. */
  clear(): void {
    this.#ids.clear();
  }

  /** How many there are; they are told with that. */
  take(): number {
    const count = this.#ids.size;
    this.#ids.clear();
    return count;
  }
}
