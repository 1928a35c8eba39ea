import { Groups } from './groups.ts';

const LOOK_EVERY_MS = 2_000;

/** Rows that change seldom and are asked for often. */
export interface Mirrored {
  /** Another one as soon as anything of it was changed. */
  version(): Promise<number>;
  /** Reads all of it and takes it in. */
  take(): Promise<void>;
}

/**
 * Keeps what is held in memory as the database has it: looks at its version every two seconds, so that this costs one
 * small query. While PostgreSQL is away what was known goes on to hold.
 */
export class Mirror {
  private version: number | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly mirrored: Mirrored) {}

  async start(onTrouble: (error: unknown) => void): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh().catch(onTrouble), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Takes in all that was changed before the call, on any replica. */
  refresh(): Promise<void> {
    return this.looks.add(undefined);
  }

  private readonly looks = new Groups<undefined, void>(
    async (looking) => {
      await this.look();
      return looking.map(() => undefined);
    },
    { most: 10_000, inFlight: 1, isForAll: () => true },
  );

  private async look(): Promise<void> {
    // Read first: what is changed meanwhile is then met twice rather than never.
    const version = await this.mirrored.version();
    if (version === this.version) return;
    await this.mirrored.take();
    this.version = version;
  }
}
