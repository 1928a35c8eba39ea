import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'Where a page stands in its list: https://relay.dev/graphql/connections.htm',
})
export class PageInfo {
  @Field(() => Boolean, { description: 'More follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'More stands before `startCursor`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge; null on an empty page.',
  })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge; null on an empty page.' })
  endCursor!: string | null;
}
