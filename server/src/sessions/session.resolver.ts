import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DateTime } from '../platform/date-time.ts';
import { badInput } from '../platform/errors.ts';
import type { Context } from '../users/context.ts';
import { UserType } from '../users/user.type.ts';
import { SESSION_DAYS, type IssuedSession, type SessionService } from './session.service.ts';

@ObjectType('Session', { simpleResolvers: true, description: 'A sign-in with a built-in account.' })
export class SessionType {
  @Field(() => String, {
    description: 'Send it as `Authorization: Bearer …`, and in a socket’s `connectionParams.authorization`.',
  })
  accessToken!: string;

  @Field(() => DateTime, {
    description: 'When the access token ends: 15 minutes after it was made. Renew it before.',
  })
  expiresAt!: string;

  @Field(() => UserType, { description: 'Who signed in.' })
  viewer!: UserType;
}

const COOKIE = 'carillon_refresh';
/** Stays when a session ends: the browser is still the one that it was. */
const DEVICE_COOKIE = 'carillon_device';
/** As long as browsers keep any. */
const DEVICE_DAYS = 400;
const DAY_SECONDS = 24 * 60 * 60;
const WRITTEN = { path: '/graphql', httpOnly: true, sameSite: 'strict' } as const;

/** The session's token for renewal lives in a cookie that scripts cannot read; these three are for HTTP only. */
@Resolver()
export class SessionResolver {
  constructor(private readonly sessions: SessionService) {}

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'Signs in with a built-in account; the refresh token comes as an HttpOnly cookie. Errors: UNAUTHENTICATED, RATE_LIMITED.',
  })
  async signIn(
    @Ctx() { cookies, address }: Context,
    @Arg('email', () => String, { description: "The account's address." }) email: string,
    @Arg('password', () => String, { description: 'Its password.' }) password: string,
  ): Promise<IssuedSession> {
    const jar = onHttp(cookies);
    const from = { address, device: jar.read(DEVICE_COOKIE) };
    const { refreshToken, device, ...session } = await this.sessions.signIn(email, password, from);
    jar.write(COOKIE, refreshToken, { ...WRITTEN, maxAge: SESSION_DAYS * DAY_SECONDS });
    jar.write(DEVICE_COOKIE, device, { ...WRITTEN, maxAge: DEVICE_DAYS * DAY_SECONDS });
    return session;
  }

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'A new access token, by the cookie that signIn set. Errors: UNAUTHENTICATED (the session has ended).',
  })
  async refreshSession(@Ctx() { cookies }: Context): Promise<IssuedSession> {
    const jar = onHttp(cookies);
    const refreshToken = jar.read(COOKIE);
    const session = await this.sessions.refresh(refreshToken);
    jar.write(COOKIE, refreshToken!, { ...WRITTEN, maxAge: SESSION_DAYS * DAY_SECONDS });
    return session;
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description: 'Ends this session: its refresh token, its access tokens and its sockets, on every replica.',
  })
  async signOut(@Ctx() { viewer, cookies }: Context): Promise<boolean> {
    await this.sessions.signOut(viewer, cookies?.read(COOKIE));
    cookies?.write(COOKIE, '', { ...WRITTEN, maxAge: 0 });
    return true;
  }
}

function onHttp(cookies: Context['cookies']): NonNullable<Context['cookies']> {
  if (!cookies) throw badInput('Sessions begin and are renewed over HTTP, where cookies travel');
  return cookies;
}
