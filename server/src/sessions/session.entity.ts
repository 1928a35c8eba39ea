import { defineEntity, p } from '@mikro-orm/postgresql';

/** The row of `sessions`: one for each sign-in. Of its refresh token only a hash is kept. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    userId: p.text(),
    tokenHash: p.text(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    /** Where its user has signed in, who they are there, and what their session there is called; null: here. */
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
    providerSessionId: p.text().nullable(),
  },
});
