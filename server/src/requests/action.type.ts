import { Field, ID, InputType } from 'type-graphql';
import { ActionStyle, MAX_ACTIONS, type Action } from '../inbox/action.ts';
import { badInput } from '../platform/errors.ts';
import { checkText, checkWord } from '../platform/input.ts';

const MAX_ACTION_LABEL = 100;

export interface ActionGiven {
  id: string;
  label: string;
  style?: ActionStyle | null;
  asksForComment?: boolean | null;
}

@InputType('NotificationActionInput', { description: 'Something that can be done about a notification.' })
export class ActionInput implements ActionGiven {
  @Field(() => ID, { description: 'What programs know it by: 100 characters at most.' })
  id!: string;

  @Field(() => String, { description: 'What stands on its button: plain text, 100 characters at most.' })
  label!: string;

  @Field(() => ActionStyle, { nullable: true, description: '`DEFAULT` if not said.' })
  style?: ActionStyle | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether whoever does it is asked to say something about it; false if not said.',
  })
  asksForComment?: boolean | null;
}

/** @throws BAD_USER_INPUT for more than 4, two of one id, or one that cannot be */
export function actionsOf(given: readonly ActionGiven[] | null | undefined): Action[] | null {
  if (given == null || given.length === 0) return null;
  if (given.length > MAX_ACTIONS)
    throw badInput(`actions must have ${MAX_ACTIONS} entries at most`, 'actions');
  if (new Set(given.map(({ id }) => id)).size < given.length)
    throw badInput('actions must each have an id of their own', 'actions');
  return given.map(({ id, label, style, asksForComment }) => ({
    id: checkWord('actions.id', id, 100),
    label: checkText('actions.label', label, MAX_ACTION_LABEL),
    style: style ?? ActionStyle.DEFAULT,
    asksForComment: asksForComment ?? false,
  }));
}
