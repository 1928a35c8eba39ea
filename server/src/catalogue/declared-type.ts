import type { Severity } from '../inbox/severity.ts';
import type { Argument } from './wording/arguments.ts';
import type { WordingTexts } from './wording/wording.ts';

/** A type of notification as it is declared: how it is filed and worded. */
export interface TypeDeclaration {
  readonly name: string;
  /** The name of a category that is declared. */
  readonly category: string;
  /** Of what is sent without one. */
  readonly severity: Severity;
  readonly wording: WordingTexts;
  /** For how long events about one thing join the row of the first; unset: each has a row of its own. */
  readonly groupMinutes?: number | null;
}

/** One that was declared, as those who send it need it. */
export interface DeclaredType extends Omit<TypeDeclaration, 'wording'> {
  /** The id of its words: of that version for ever, also when others are declared later. */
  readonly wording: number;
  /** What they cannot do without. */
  readonly arguments: readonly Argument[];
}
