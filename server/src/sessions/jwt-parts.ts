/** What a JWT says of itself, before anything of it is believed. */
export type JwtHeader = Record<string, unknown> & { alg: string };

/** Whatever `crit` names must be understood, or the token be refused (RFC 7515, 4.1.11). */
export const UNKNOWN_EXTENSIONS = "The token's crit names extensions, of which none is known here";

/** Undefined for what is no JWT: two objects and a signature (RFC 7519, 7.2). */
export function headerOf(token: string): JwtHeader | undefined {
  const [header, , signature] = token.split('.');
  if (signature === undefined || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) || !claimedBy(token))
    return undefined;
  const given = objectIn(header!);
  return typeof given?.alg === 'string' ? (given as JwtHeader) : undefined;
}

/** What it says, whoever has signed it. */
export const claimedBy = (token: string): Record<string, unknown> | undefined =>
  objectIn(token.split('.')[1] ?? '');

function objectIn(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && !Array.isArray(value)
      ? ((value ?? undefined) as Record<string, unknown> | undefined)
      : undefined;
  } catch {
    return undefined;
  }
}
