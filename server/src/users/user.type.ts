import { Field, ID, ObjectType } from 'type-graphql';
import { Role } from './role.ts';

@ObjectType('User', { simpleResolvers: true, description: 'Somebody who has an inbox here.' })
export class UserType {
  @Field(() => ID, {
    description: 'The `sub` of their token: any text, chosen by whoever issues the tokens.',
  })
  id!: string;

  @Field(() => String, {
    description:
      'How they are called; their id where no token said a name yet. Empty: somebody who was erased.',
  })
  name!: string;

  @Field(() => Role, { description: 'What they are here for.' })
  role!: Role;
}
