import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import { batched } from '../platform/graphql/batch.ts';
import type { Preferences, PreferencesReader } from '../preferences/preferences.reader.ts';
import { PreferencesPayload, PreferencesType } from '../preferences/preferences.type.ts';
import type { Context } from '../users/context.ts';
import type { PhoneNumber, PhoneNumbers } from './phone-numbers.ts';

export const MAX_COUNTRIES = 300;

/** The reader's phone number. Nobody meets anybody else's: no argument names a user. */
@Resolver(() => PreferencesType)
export class PhoneNumberResolver {
  constructor(
    private readonly numbers: PhoneNumbers,
    private readonly reader: PreferencesReader,
    private readonly countries: readonly string[],
  ) {}

  @Authorized()
  @AtMost(MAX_COUNTRIES)
  @Query(() => [String], {
    description:
      'Of which countries numbers can be written to, as ISO 3166 codes: `DE`. Empty: this installation sends no text messages.',
  })
  smsCountries(): readonly string[] {
    return this.countries;
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'Where the caller gets text messages, once they have confirmed it by the code of six digits that is sent there. Three codes an hour. Errors: BAD_USER_INPUT, RATE_LIMITED, SERVICE_UNAVAILABLE.',
  })
  async setPhoneNumber(
    @Ctx() { viewer }: Context,
    @Arg('number', () => String, {
      nullable: true,
      description: 'With the code of its country, as +491701234567; of a mobile phone. Null: none any more.',
    })
    number?: string | null,
  ): Promise<PreferencesPayload> {
    const { id } = viewer!;
    await (number == null ? this.numbers.remove(id) : this.numbers.set(id, number));
    return { preferences: await this.reader.read(id) };
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'The number is the caller’s: they know what was sent there. Five tries in ten minutes. Errors: BAD_USER_INPUT.',
  })
  async confirmPhoneNumber(
    @Ctx() { viewer }: Context,
    @Arg('code', () => String, { description: 'Six digits.' }) code: string,
  ): Promise<PreferencesPayload> {
    await this.numbers.confirm(viewer!.id, code);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where they get text messages, in E.164.' })
  async phoneNumber(@Root() of: Preferences, @Ctx() context: Context): Promise<string | null> {
    return (await this.numberOf(of, context))?.number ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether they have said the code that was sent there.' })
  async isPhoneNumberConfirmed(@Root() of: Preferences, @Ctx() context: Context): Promise<boolean> {
    return (await this.numberOf(of, context))?.isConfirmed ?? false;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether STOP was answered from there: nothing is sent until START is.',
  })
  async isPhoneNumberStopped(@Root() of: Preferences, @Ctx() context: Context): Promise<boolean> {
    return (await this.numberOf(of, context))?.isStopped ?? false;
  }

  private numberOf({ userId }: Preferences, context: Context): Promise<PhoneNumber | undefined> {
    return batched(context, this.numbersOf, userId);
  }

  private readonly numbersOf = async (userIds: readonly string[]) => {
    const numbers = new Map((await this.numbers.of(userIds)).map((number) => [number.userId, number]));
    return userIds.map((userId) => numbers.get(userId));
  };
}
