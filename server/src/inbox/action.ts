import { registerEnumType } from 'type-graphql';
import type { Actor } from './notification.row.ts';

/** How an action is to look. */
export enum ActionStyle {
  DEFAULT = 'DEFAULT',
  PRIMARY = 'PRIMARY',
  DANGER = 'DANGER',
}

registerEnumType(ActionStyle, {
  name: 'ActionStyle',
  description: 'How an action is to look.',
  valuesConfig: {
    DEFAULT: { description: 'Like others.' },
    PRIMARY: { description: 'What is done most often.' },
    DANGER: { description: 'What cannot be taken back, or hurts.' },
  },
});

/** Of one notification. */
export const MAX_ACTIONS = 4;

/** What can be done about a notification without opening anything. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly style: ActionStyle;
  readonly asksForComment: boolean;
}

/** What was done, by whom: the same for everybody who was asked. */
export interface Outcome {
  readonly action: Action;
  /** A copy of who it was, which outlives them. */
  readonly by: Actor;
  /** ISO 8601. */
  readonly at: string;
  readonly comment: string | null;
}
