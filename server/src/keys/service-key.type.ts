import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AtMost, Paged } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { SCOPES } from '../users/viewer.ts';

@ObjectType('ServiceKey', {
  simpleResolvers: true,
  description: 'What a service shows in place of a token, until it is revoked. The key itself is not kept.',
})
export class ServiceKeyType {
  @Field(() => ID, { description: 'UUIDv7.' })
  id!: string;

  @Field(() => String, {
    description: 'Whose key it is: the same as a token with this `sub`, and as its other keys.',
  })
  service!: string;

  @Field(() => String, { description: 'What it is for, as its maker called it.' })
  name!: string;

  @AtMost(SCOPES.length)
  @Field(() => [String], {
    description: `What it may do, of ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}.`,
  })
  scopes!: string[];

  @Field(() => String, {
    description: 'How the key begins, to tell it from others: `carillon_sk_` and four characters.',
  })
  beginning!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many operations a minute it may ask for, on all replicas together; null: without a limit.',
  })
  requestsPerMinute!: number | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null: never.' })
  expiresAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was used last, to a minute; null: never yet.',
  })
  lastUsedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'From which address that was.' })
  lastUsedAddress!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A service key and its place in the list.' })
export class ServiceKeyEdge {
  @Field(() => ServiceKeyType, { description: 'The key.' })
  node!: ServiceKeyType;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of service keys, newest first.' })
export class ServiceKeyConnection {
  @Paged()
  @Field(() => [ServiceKeyEdge], { description: 'Newest first.' })
  edges!: ServiceKeyEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to createServiceKey and revokeServiceKey.' })
export class ServiceKeyPayload {
  @Field(() => ServiceKeyType, { description: 'The key as it is now.' })
  serviceKey!: ServiceKeyType;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself, `carillon_sk_` and 38 letters and digits: send it as `Authorization: Bearer …`. Shown this once, when it is made; else null.',
  })
  secret!: string | null;
}
