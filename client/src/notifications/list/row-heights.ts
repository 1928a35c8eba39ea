/** What a row is taken to be as long as none was measured: two lines and what stands below them. */
const USUAL = 96;
/** So many tell what the others will be like. */
const ENOUGH = 20;

/** How tall rows are: as they were when they were last drawn, else as others are. */
export class RowHeights {
  #known = new Map<string, number>();
  #usual = 0;
  #width = NaN;

  measure(id: string, height: number): void {
    // Not laid out, or hidden for now.
    if (height <= 0) return;
    this.#known.set(id, height);
    // Once: what is not drawn must not grow and shrink while somebody scrolls.
    if (this.#usual === 0 && this.#known.size >= ENOUGH) this.#usual = mean([...this.#known.values()]);
  }

  /** In another width all of them are others. */
  at(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#known.clear();
    this.#usual = 0;
  }

  of(id: string): number {
    return this.#known.get(id) ?? (this.#usual || USUAL);
  }

  /** From the first to just before the second. */
  sum(rows: readonly { id: string }[], from: number, to: number): number {
    let sum = 0;
    for (let index = from; index < to; index++) sum += this.of(rows[index]!.id);
    return sum;
  }
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
