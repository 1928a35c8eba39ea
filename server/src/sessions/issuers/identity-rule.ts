import { z } from 'zod';
import { Role } from '../../users/role.ts';
import { usableText } from '../claims.ts';

/** The name of a claim, or the way to one inside others: `"email"`, `["realm_access", "roles"]`. */
const way = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
    error: 'must be the name of a claim, or an array of names that leads to one',
  })
  .transform((given) => [given].flat());

/** Who has the value there, or among the values there, is meant. */
const mark = z.strictObject({ claim: way, value: z.string().min(1) });

/** How an issuer's claims tell who somebody is here. */
export const identityRule = z.strictObject({
  /** In front of the issuer's own ids, so that no two issuers speak of the same user. */
  idPrefix: z
    .string()
    .max(64)
    .refine((text) => text === '' || usableText(text, 64) !== undefined, 'must have something to see')
    .default(''),
  claims: z
    .strictObject({
      id: way.default(['sub']),
      name: way.default(['name']),
      email: way.default(['email']),
      /** Without it nobody is an instructor by this issuer's word. */
      instructor: mark.optional(),
      /** Without it nobody is an admin by this issuer's word. */
      admin: mark.optional(),
      /** Where the words of a scope stand; without it nobody is a service by this issuer's word. */
      scopes: way.optional(),
    })
    .prefault({}),
});

export type IdentityRule = z.output<typeof identityRule>;

/** Somebody, as the claims of an issuer tell. */
export interface Identity {
  readonly id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Undefined where the rule says nothing of roles. */
  readonly claimedRole: Role | undefined;
}

const MAX_ID = 255;
const MAX_NAME = 200;
const MAX_EMAIL = 320;

/**
 * @param foreignPrefixes of other issuers: who has no prefix could write theirs
 * @returns undefined where the claims have no usable id
 */
export function identityOf(
  claims: object,
  { idPrefix, claims: ways }: IdentityRule,
  foreignPrefixes: readonly string[] = [],
): Identity | undefined {
  const own = usableText(at(claims, ways.id), MAX_ID - idPrefix.length);
  if (own === undefined) return undefined;
  if (foreignPrefixes.some((prefix) => prefix !== '' && (idPrefix + own).startsWith(prefix)))
    return undefined;
  const isUnverified = String(at(claims, ['email_verified'])) === 'false';
  return {
    id: idPrefix + own,
    name: usableText(at(claims, ways.name), MAX_NAME),
    // An address that nobody has shown to be theirs may be anybody's: mails would go there.
    email: isUnverified ? undefined : usableText(at(claims, ways.email), MAX_EMAIL),
    claimedRole: roleOf(claims, ways),
  };
}

function roleOf(
  claims: object,
  { admin, instructor }: Pick<IdentityRule['claims'], 'admin' | 'instructor'>,
): Role | undefined {
  if (!admin && !instructor) return undefined;
  const has = (rule: z.output<typeof mark> | undefined) =>
    rule !== undefined && [at(claims, rule.claim)].flat().includes(rule.value);
  if (has(admin)) return Role.ADMIN;
  return has(instructor) ? Role.INSTRUCTOR : Role.CANDIDATE;
}

/** What stands at the end of the way; undefined where it leads nowhere. */
export const at = (claims: object, names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined,
    claims,
  );
