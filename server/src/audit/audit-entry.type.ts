import { Field, ID, ObjectType } from 'type-graphql';
import { Paged } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { AuditActorKind } from './audit-actor.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What a service, an admin or an operator did. It is never changed, and has no texts of people.',
})
export class AuditEntry {
  @Field(() => ID, { description: 'UUIDv7.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: string;

  @Field(() => String, {
    description: 'The name of the mutation; for a command, of the one that does the same.',
  })
  act!: string;

  @Field(() => AuditActorKind, { description: 'As what they did it.' })
  actorKind!: AuditActorKind;

  @Field(() => String, {
    description: 'Who did it: the user’s id, the service’s name, or `operator`.',
  })
  actor!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The service key that it was done with; null for a token and a command.',
  })
  keyId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'From which address, as `TRUST_PROXY` has it read; null for a command.',
  })
  address!: string | null;

  @Field(() => ID, {
    description:
      'To what: the id of a key, webhook, message or e-mail, the name of a category or type, a subject as `type/id`.',
  })
  objectId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An entry and its place in the audit log.' })
export class AuditEntryEdge {
  @Field(() => AuditEntry, { description: 'The entry.' })
  node!: AuditEntry;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of the audit log, newest first.' })
export class AuditEntryConnection {
  @Paged()
  @Field(() => [AuditEntryEdge], { description: 'Newest first.' })
  edges!: AuditEntryEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}
