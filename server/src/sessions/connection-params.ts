/** How Apollo's documentation and the recipes of graphql-ws call a token that stands alone. */
const BARE_TOKENS = ['authtoken', 'authentication', 'token'];

/**
 * Looks for the token where clients' documentation puts it: `authorization`, `headers.authorization` (Hasura, urql),
 * both in any case and as HTTP has it, or `authToken` and its like, with or without `Bearer`.
 * @returns what HTTP's Authorization header would be; undefined without any
 */
export function authorizationOf(params: Record<string, unknown> | undefined): unknown {
  const given = named(params);
  const whole = given.get('authorization') ?? named(given.get('headers')).get('authorization');
  if (whole !== undefined) return whole;
  const bare = BARE_TOKENS.map((name) => given.get(name)).find((token) => token !== undefined);
  return typeof bare === 'string' && /^\S+$/.test(bare) ? `Bearer ${bare}` : bare;
}

/** What is there, by lower-case names. */
const named = (object: unknown): Map<string, unknown> =>
  new Map(
    Object.entries(object ?? {}).flatMap(([name, value]) =>
      value == null ? [] : [[name.toLowerCase(), value]],
    ),
  );
