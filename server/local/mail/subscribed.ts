import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What a push says once it is opened. */
export interface SealedPush {
  readonly web_push: number;
  readonly app_badge: number;
  readonly notification: Record<string, string> & {
    data: { messageId: string };
    actions?: Record<string, string>[];
  };
}

/** As a browser or phone that is subscribed at a push service: it alone can read what is pushed to it. */
export class Subscribed {
  private readonly keys = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  readonly endpoint: string;

  constructor(endpoint: string) {
    this.endpoint = endpoint;
    this.keys.generateKeys();
  }

  get input() {
    const [p256dh, auth] = [this.keys.getPublicKey(), this.auth].map((key) => key.toString('base64url'));
    return { endpoint: this.endpoint, p256dh, auth };
  }

  /** What was sealed for it (RFC 8291 and 8188). @throws for what was sealed for another */
  decrypted({ body }: { readonly body: Buffer }): SealedPush {
    const salt = body.subarray(0, 16);
    const idLength = body[20]!;
    const theirs = body.subarray(21, 21 + idLength);
    const sealed = body.subarray(21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.keys.getPublicKey(), theirs]);
    const shared = hkdf(this.keys.computeSecret(theirs), this.auth, info, 32);
    const key = hkdf(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = hkdf(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const opening = createDecipheriv('aes-128-gcm', key, nonce);
    opening.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
    return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString()) as never;
  }
}

const hkdf = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));
