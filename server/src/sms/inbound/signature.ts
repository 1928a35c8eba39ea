import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether the provider has sent it: base64 of an HMAC-SHA-1 by the account's token over the whole address and the
 * fields in the order of their names (https://www.twilio.com/docs/usage/security#validating-requests).
 */
export function isSigned(token: string, url: string, form: URLSearchParams, signature: unknown): boolean {
  if (typeof signature !== 'string') return false;
  const names = [...new Set(form.keys())].sort();
  const fields = names.map((name) => name + [...new Set(form.getAll(name))].sort().join(''));
  const expected = createHmac('sha1', token)
    .update(url + fields.join(''))
    .digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
