import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** As the Standard Webhooks specification writes it. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** The headers of one try, with a signature by each secret. */
export async function signedHeaders(
  id: string,
  secrets: readonly string[],
  body: string,
  now: Date,
): Promise<Record<string, string>> {
  const { Webhook } = await import('standardwebhooks');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}
