import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** Breaks something for a while, and leaves it whole. */
export type Break = (stage: Stage, random: Random, holdMs: number, ledger: Ledger) => Promise<void>;
