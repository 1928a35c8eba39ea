/**
 * What this browser keeps for us. Site data may be refused, or full; then it is kept for as long as the page is open.
 * Nothing here throws.
 */
class Kept {
  #area: () => Storage;
  /** What could not be written; null: what could not be removed. */
  #unwritten = new Map<string, string | null>();

  constructor(area: () => Storage) {
    this.#area = area;
  }

  read(key: string): string | null {
    const unwritten = this.#unwritten.get(key);
    if (unwritten !== undefined) return unwritten;
    try {
      return this.#area().getItem(key);
    } catch {
      return null;
    }
  }

  write(key: string, value: string): void {
    this.#change(key, value, (area) => area.setItem(key, value));
  }

  remove(key: string): void {
    this.#change(key, null, (area) => area.removeItem(key));
  }

  keys(): string[] {
    const unwritten = [...this.#unwritten].filter(([, value]) => value !== null).map(([key]) => key);
    try {
      const area = this.#area();
      const written = Array.from({ length: area.length }, (_, index) => area.key(index) ?? '');
      return [...new Set([...written, ...unwritten])].filter((key) => this.#unwritten.get(key) !== null);
    } catch {
      return unwritten;
    }
  }

  /** Whether what is written now will be there when the page is opened again, as far as the browser lets us know. */
  isLasting(): boolean {
    const probe = 'carillon-probe';
    this.write(probe, '1');
    const isLasting = !this.#unwritten.has(probe);
    this.remove(probe);
    return isLasting;
  }

  #change(key: string, value: string | null, change: (area: Storage) => void): void {
    try {
      change(this.#area());
      this.#unwritten.delete(key);
    } catch {
      this.#unwritten.set(key, value);
    }
  }
}

/** In every tab, and after the browser was closed. */
export const inBrowser = new Kept(() => window.localStorage);

/** In this tab only, also after it was loaded anew. */
export const inTab = new Kept(() => window.sessionStorage);
