import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AuditedAct } from '../audit/acts.ts';
import { audit } from '../audit/audit.ts';
import { auditActorOf } from '../audit/audit-actor.ts';
import type { Context } from '../users/context.ts';
import { WRITE_CATALOGUE } from '../users/viewer.ts';
import type { CatalogueChange } from './catalogue-change.ts';
import type { CatalogueStore } from './catalogue.store.ts';
import {
  DeclareCategoryInput,
  DeclareCategoryPayload,
  DeclareTypeInput,
  DeclareTypePayload,
  RemoveCategoryPayload,
  RemoveTypePayload,
} from './catalogue.type.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCategory, checkType } from './declarations.ts';

const WHO = "Takes a service's token with `catalogue:write`, or an admin's.";

/** What hosts declare while Carillon runs. Every replica knows of it within five seconds; this one at once. */
@Resolver()
export class CatalogueResolver {
  constructor(
    private readonly store: CatalogueStore,
    private readonly catalogue: Catalogue,
  ) {}

  @Authorized(WRITE_CATALOGUE)
  @Mutation(() => DeclareCategoryPayload, {
    nullable: true,
    description: `Declares a category, or changes one: it is in everybody's preferences. 200 at most. Twice is once. ${WHO} Errors: BAD_USER_INPUT, CONFLICT (a name that is built in, or declared by the operator).`,
  })
  async declareCategory(
    @Ctx() context: Context,
    @Arg('input', () => DeclareCategoryInput, { description: 'The category, whole.' })
    input: DeclareCategoryInput,
  ): Promise<DeclareCategoryPayload> {
    const category = checkCategory(input);
    return this.change(context, 'declareCategory', category.name, (change) =>
      change.declareCategory(category),
    );
  }

  @Authorized(WRITE_CATALOGUE)
  @Mutation(() => DeclareTypePayload, {
    nullable: true,
    description: `Declares a type, or changes one: what is sent of it needs no title and message from then on. 2,000 at most. Twice is once. ${WHO} Errors: BAD_USER_INPUT, CONFLICT (a name that is built in, or declared by the operator).`,
  })
  async declareType(
    @Ctx() context: Context,
    @Arg('input', () => DeclareTypeInput, { description: 'The type, whole.' }) input: DeclareTypeInput,
  ): Promise<DeclareTypePayload> {
    const type = checkType(input);
    return this.change(context, 'declareType', type.name, (change) => change.declareType(type));
  }

  @Authorized(WRITE_CATALOGUE)
  @Mutation(() => RemoveCategoryPayload, {
    nullable: true,
    description: `Takes a category back: what is filed under it stays so, under its name. ${WHO} Errors: NOT_FOUND, CONFLICT (a type belongs to it, it is built in, or declared by the operator).`,
  })
  removeCategory(
    @Ctx() context: Context,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
  ): Promise<RemoveCategoryPayload> {
    return this.change(context, 'removeCategory', name, (change) => change.removeCategory(name));
  }

  @Authorized(WRITE_CATALOGUE)
  @Mutation(() => RemoveTypePayload, {
    nullable: true,
    description: `Takes a type back: what was sent of it is read in its words as before. ${WHO} Errors: NOT_FOUND, CONFLICT (it is built in, or declared by the operator).`,
  })
  removeType(
    @Ctx() context: Context,
    @Arg('name', () => String, { description: 'Its name.' }) name: string,
  ): Promise<RemoveTypePayload> {
    return this.change(context, 'removeType', name, (change) => change.removeType(name));
  }

  private async change(
    context: Context,
    act: AuditedAct,
    name: string,
    work: (change: CatalogueChange) => Promise<unknown>,
  ): Promise<{ name: string }> {
    await this.store.change('API', async (change, sql) => {
      await work(change);
      await audit(sql, auditActorOf(context), act, [name]);
    });
    await this.catalogue.refresh();
    return { name };
  }
}
