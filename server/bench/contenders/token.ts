import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** Of one run: the load process and the servers inherit it from the process that starts them. */
export const SECRET = (process.env.BENCH_JWT_SECRET ??= randomBytes(32).toString('hex'));

const mint = (claims: object) => jwt.sign(claims, SECRET, { algorithm: 'HS256', expiresIn: '6h' });

const ofUsers = new Map<string, string>();

/** One token for each user, as after a sign-in. Made once: signing is no part of what is measured. */
export function userToken(userId: string): string {
  const token = ofUsers.get(userId) ?? mint({ sub: userId, role: 'CANDIDATE' });
  ofUsers.set(userId, token);
  return token;
}

export const serviceToken = mint({ sub: 'bench', scope: 'notifications:create' });
