import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DateTime } from '../platform/graphql/date-time.ts';
import { badInput, forbidden } from '../platform/errors.ts';
import type { Context } from '../users/context.ts';
import { UserType } from '../users/user.type.ts';
import { DAY_SECONDS, KEPT_FROM_SCRIPTS, SESSION_COOKIE, sessionCookieOptions } from './session-cookie.ts';
import type { IssuedSession, SessionService } from './session.service.ts';

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

/** Stays when a session ends: the browser is still the one that it was. */
const DEVICE_COOKIE = 'carillon_device';
/** As long as browsers keep any. */
const DEVICE_DAYS = 400;

/** The session's token for renewal lives in a cookie that scripts cannot read; these three are for HTTP only. */
@Resolver()
export class SessionResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly hasPasswords: boolean,
  ) {}

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'Signs in with a built-in account; the refresh token comes as an HttpOnly cookie. Errors: UNAUTHENTICATED, RATE_LIMITED, FORBIDDEN (there are no passwords here).',
  })
  async signIn(
    @Ctx() { cookies, address }: Context,
    @Arg('email', () => String, { description: "The account's address." }) email: string,
    @Arg('password', () => String, { description: 'Its password.' }) password: string,
  ): Promise<IssuedSession> {
    const jar = onHttp(cookies);
    if (!this.hasPasswords) throw forbidden('Nobody signs in with a password here');
    const from = { address, device: jar.read(DEVICE_COOKIE) };
    const { refreshToken, device, ...session } = await this.sessions.signIn(email, password, from);
    jar.write(SESSION_COOKIE, refreshToken, sessionCookieOptions);
    jar.write(DEVICE_COOKIE, device, { ...KEPT_FROM_SCRIPTS, maxAge: DEVICE_DAYS * DAY_SECONDS });
    return session;
  }

  @Mutation(() => SessionType, {
    nullable: true,
    description:
      'A new access token, by the cookie that signIn set. Errors: UNAUTHENTICATED (the session has ended).',
  })
  async refreshSession(@Ctx() { cookies }: Context): Promise<IssuedSession> {
    const jar = onHttp(cookies);
    const refreshToken = jar.read(SESSION_COOKIE);
    const session = await this.sessions.refresh(refreshToken);
    jar.write(SESSION_COOKIE, refreshToken!, sessionCookieOptions);
    return session;
  }

  @Mutation(() => Boolean, {
    nullable: true,
    description: 'Ends this session: its refresh token, its access tokens and its sockets, on every replica.',
  })
  async signOut(@Ctx() { viewer, cookies }: Context): Promise<boolean> {
    await this.sessions.signOut(viewer, cookies?.read(SESSION_COOKIE));
    cookies?.write(SESSION_COOKIE, '', { ...KEPT_FROM_SCRIPTS, maxAge: 0 });
    return true;
  }
}

function onHttp(cookies: Context['cookies']): NonNullable<Context['cookies']> {
  if (!cookies) throw badInput('Sessions begin and are renewed over HTTP, where cookies travel');
  return cookies;
}
