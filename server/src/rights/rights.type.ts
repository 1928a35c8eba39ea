import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../platform/graphql/date-time.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'That somebody is being erased, or was: when, and not who.',
})
export class Erasure {
  @Field(() => ID, { description: 'UUIDv7.' })
  id!: string;

  @Field(() => Boolean, {
    description:
      'Whether there was a user of that id. Others may have done things in notifications of users.',
  })
  wasKnown!: boolean;

  @Field(() => DateTime, { description: 'When it was first asked for.' })
  requestedAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing of them is left; null while it is under way.',
  })
  finishedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What `eraseUser` has begun.' })
export class EraseUserPayload {
  @Field(() => Erasure, { description: 'Ask for it again by `erasure`.' })
  erasure!: Erasure;
}

@ObjectType({ simpleResolvers: true, description: 'Where all that is kept of somebody can be had.' })
export class UserExport {
  @Field(() => String, {
    description:
      'A path on this server, for a GET with the caller’s `Authorization` header: a file of JSON, of any length, as it stands at one moment.',
  })
  url!: string;
}
