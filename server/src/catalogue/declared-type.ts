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
  /** Within how many minutes somebody must take an action of what is sent of it, and who is told else; both or neither. */
  readonly escalateAfterMinutes?: number | null;
  readonly escalateTo?: string | null;
}

/** Who is told what others were asked, if none of them takes an action within this time. */
export interface Escalation {
  readonly afterMinutes: number;
  /** A user's id. */
  readonly to: string;
}

/** One that was declared, as those who send it need it. */
export interface DeclaredType extends Omit<TypeDeclaration, 'wording'> {
  /** The id of its words: of that version for ever, also when others are declared later. */
  readonly wording: number;
  /** What they cannot do without. */
  readonly arguments: readonly Argument[];
}

export const escalationOf = (
  type: Pick<TypeDeclaration, 'escalateAfterMinutes' | 'escalateTo'> | undefined,
): Escalation | null =>
  type?.escalateAfterMinutes == null || type.escalateTo == null
    ? null
    : { afterMinutes: type.escalateAfterMinutes, to: type.escalateTo };
