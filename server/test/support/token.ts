import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** The secret of every server that the tests start. */
export const SECRET = randomBytes(32).toString('hex');

/** Any claims at all, signed as a real issuer would. */
export const mint = (
  claims: object,
  { secret = SECRET, ...options }: jwt.SignOptions & { secret?: string } = {},
) => jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn: '1h', ...options });

export const candidate = (sub: string, claims: object = {}) => mint({ sub, role: 'CANDIDATE', ...claims });
export const instructor = (sub: string, claims: object = {}) => mint({ sub, role: 'INSTRUCTOR', ...claims });
export const service = (sub = 'grading') => mint({ sub, scope: 'profile notifications:create' });

/** Ends so many seconds from now; tokens count in whole seconds. */
export const endingIn = (seconds: number, claims: object) =>
  jwt.sign({ ...claims, exp: Math.ceil(Date.now() / 1_000) + seconds }, SECRET, { algorithm: 'HS256' });
