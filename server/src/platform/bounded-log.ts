const MAX_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** Part of pino's logger. */
export interface Log {
  info(details: object, words: string): void;
  warn(details: object, words: string): void;
}

/**
 * For what strangers can cause as often as they like: of each kind of event only so many lines a minute are written, and
 * then how many there were besides.
 */
export class BoundedLog implements Log {
  private readonly written = new Map<string, number>();

  constructor(private readonly log: Log) {}

  info(details: object, words: string): void {
    if (this.mayWrite(words, 'info')) this.log.info(details, words);
  }

  warn(details: object, words: string): void {
    if (this.mayWrite(words, 'warn')) this.log.warn(details, words);
  }

  private mayWrite(words: string, level: keyof Log): boolean {
    const written = this.written.get(words) ?? 0;
    if (written === 0) setTimeout(() => this.sumUp(words, level), MINUTE_MS).unref();
    this.written.set(words, written + 1);
    return written < MAX_A_MINUTE;
  }

  private sumUp(words: string, level: keyof Log): void {
    const leftOut = this.written.get(words)! - MAX_A_MINUTE;
    this.written.delete(words);
    if (leftOut > 0) this.log[level]({ leftOut }, `${words}, more often than is written here`);
  }
}
