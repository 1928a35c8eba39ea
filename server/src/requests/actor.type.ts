import { Field, ID, InputType } from 'type-graphql';
import type { Actor } from '../inbox/notification.row.ts';
import { checkImageUrl, checkWord } from '../platform/input.ts';
import { MAX_NAME } from '../platform/text/limits.ts';

@InputType({ description: 'Who did something.' })
export class ActorInput implements ActorGiven {
  @Field(() => ID, {
    nullable: true,
    description: 'Their id, whoever gave it to them: 255 characters at most.',
  })
  id?: string | null;

  @Field(() => String, { description: 'Their name: plain text, 200 characters at most.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A picture of them: an https address. Shown where the operator allows its host.',
  })
  imageUrl?: string | null;
}

export interface ActorGiven {
  id?: string | null;
  name: string;
  imageUrl?: string | null;
}

/** @throws BAD_USER_INPUT for whoever cannot be */
export function actorOf(given: ActorGiven | null | undefined): Actor | null {
  if (given == null) return null;
  const { id, name, imageUrl } = given;
  if (id != null) checkWord('actor.id', id, 255);
  checkWord('actor.name', name, MAX_NAME);
  if (imageUrl != null) checkImageUrl('actor.imageUrl', imageUrl);
  return { id: id ?? null, name, imageUrl: imageUrl ?? null };
}
