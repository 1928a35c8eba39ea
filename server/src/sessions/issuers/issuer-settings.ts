import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isConfidential } from '../../platform/http/outgoing/bounded-fetch.ts';
import { OperatorError } from '../../platform/operator-error.ts';
import { identityRule } from './identity-rule.ts';

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;

const confidential = z
  .string()
  .refine(isConfidential, 'must be an https:// address (http:// only on this machine)');

const issuer = identityRule.extend({
  /** As its tokens say it in `iss`, to the letter. */
  issuer: z.string().min(1),
  /** Where its keys are; else its OpenID configuration says so. */
  jwks: confidential.optional(),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1),
  /** One of them must be in `aud`. */
  audience: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
});

/** Somebody else who says who is calling. */
export type IssuerSettings = z.output<typeof issuer>;

/** Where they are kept: as a JSON text, or in a file of it. */
export interface IssuersSource {
  readonly text: string | undefined;
  readonly file: string | undefined;
}

/**
 * @param own what our own tokens say in `iss`
 * @throws OperatorError that says all that is wrong with them, one problem a line
 */
export function readIssuers({ text, file }: IssuersSource, own?: string): readonly IssuerSettings[] {
  if (text === undefined && file === undefined) return [];
  const from = file === undefined ? 'TOKEN_ISSUERS' : `TOKEN_ISSUERS_FILE ${file}`;
  if (text !== undefined && file !== undefined)
    throw new OperatorError(
      'TOKEN_ISSUERS and TOKEN_ISSUERS_FILE are two places for the same: set one of them.',
    );
  const { data = [], error } = z
    .array(issuer)
    .safeParse(parsed(from, () => text ?? readFileSync(file!, 'utf8')));
  const problems = error
    ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    : [...issuerProblems(data, own), ...prefixProblems(data.map(({ idPrefix }) => idPrefix))];
  if (problems.length === 0) return data;
  throw new OperatorError(
    [`${from} is not usable:`, ...problems.map((problem) => `  - ${problem}`)].join('\n'),
  );
}

/** The values are left out: who asks for help shows what is written here. */
function parsed(from: string, read: () => string): unknown {
  try {
    return JSON.parse(read());
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new OperatorError(`${from} cannot be read: ${why}.`);
  }
}

function issuerProblems(issuers: readonly IssuerSettings[], own: string | undefined): string[] {
  const names = issuers.map(({ issuer }) => issuer);
  return issuers.flatMap(({ issuer, jwks }, place) => [
    ...(issuer === own
      ? [`${place}.issuer: is JWT_ISSUER too, and tokens of ours must be told from others`]
      : []),
    ...(names.indexOf(issuer) < place ? [`${place}.issuer: is there twice`] : []),
    ...(jwks === undefined && !isConfidential(issuer)
      ? [
          `${place}.jwks: is needed where the issuer is no https:// address at which its configuration could be asked for`,
        ]
      : []),
  ]);
}

/** One issuer may have none. Of two others none may begin with the other: each could speak of the other's users. */
export function prefixProblems(prefixes: readonly string[]): string[] {
  return prefixes.flatMap((prefix, place) => {
    const clashes = prefixes.some(
      (other, at) => at !== place && (prefix === other || (other !== '' && prefix.startsWith(other))),
    );
    return clashes ? [`${place}.idPrefix: begins with another issuer's, or is the same`] : [];
  });
}
