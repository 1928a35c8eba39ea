import { randomBytes } from 'node:crypto';

const replica = randomBytes(6).toString('hex');
let count = 0;

/** Tells a request from all others, of this process and any other, at the cost of an addition. */
export const nextRequestId = (): string => `${replica}-${(++count).toString(36)}`;
