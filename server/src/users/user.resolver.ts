import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { AtMost } from '../platform/field-cost.ts';
import type { Context } from './context.ts';
import type { UserService } from './user.service.ts';
import { UserType } from './user.type.ts';

@Resolver(() => UserType)
export class UserResolver {
  constructor(private readonly users: UserService) {}

  @Authorized()
  @Query(() => UserType, { description: 'The caller.' })
  async viewer(@Ctx() { viewer }: Context): Promise<UserType> {
    const [user] = await this.users.byIds([viewer!.id]);
    return user!;
  }

  @Authorized()
  @AtMost(500)
  @Query(() => [UserType], { description: 'To whom an application can be submitted, by name; 500 at most.' })
  instructors(): Promise<UserType[]> {
    return this.users.instructors();
  }
}
