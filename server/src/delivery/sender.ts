import type { MessageDraft } from './take-up.ts';

/** What the other side said to a try. */
export type Answer =
  | { readonly isSent: true; readonly answer: string }
  | {
      readonly isSent: false;
      readonly answer: string;
      readonly isFinal: boolean;
      /** How long the other side wants to be left alone. */
      readonly waitMs?: number;
    };

/** Words and sends. */
export interface Sender {
  /** At every try the same but for what was read meanwhile. Never throws for the other side's sake: that is an answer too. */
  readonly send: (draft: MessageDraft) => Promise<Answer>;
}
