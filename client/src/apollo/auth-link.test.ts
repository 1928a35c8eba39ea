import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { GraphQLError } from 'graphql';
import { of } from 'rxjs';
import { InstructorsDocument } from '../generated/applications.ts';
import { AccessToken, type RefusalReason, type SessionGrant } from './access-token.ts';
import { createAuthLink } from './auth-link.ts';

const MINUTE = 60_000;
let renewals: (() => unknown)[];
let renewed: number;
let ends: RefusalReason[];
let sent: unknown[];
let accepted: string;
let token: AccessToken;

const grant = (accessToken: string, minutes = 15, id = 'me'): SessionGrant => ({
  accessToken,
  expiresAt: new Date(Date.now() + minutes * MINUTE).toISOString(),
  viewer: { id, name: id, role: 'CANDIDATE' },
});
const granted = (session: SessionGrant) => ({ data: { refreshSession: session } });
const refused = () => ({
  data: { refreshSession: null },
  errors: [{ message: 'No', extensions: { code: 'UNAUTHENTICATED' } }],
});

beforeEach(() => {
  renewals = [];
  renewed = 0;
  ends = [];
  sent = [];
  accepted = 'first';
  globalThis.fetch = (async () => {
    renewed++;
    const answer = renewals.shift()?.();
    if (!answer) throw new TypeError('network');
    return { json: async () => answer };
  }) as never;
});
afterEach(() => token.dispose());

/** A server that lets one token pass. */
const server = new ApolloLink((operation) => {
  const { authorization } = operation.getContext()['headers'] as { authorization: string };
  sent.push(authorization);
  const error = new GraphQLError('No', { extensions: { code: 'UNAUTHENTICATED' } });
  return of(
    authorization === `Bearer ${accepted}` ? { data: { instructors: [] } } : { data: null, errors: [error] },
  );
});

function clientWith(first: SessionGrant) {
  token = new AccessToken(first, (reason) => ends.push(reason));
  return new ApolloClient({ cache: new InMemoryCache(), link: createAuthLink(token).concat(server) });
}

const ask = (client: ApolloClient) => client.query({ query: InstructorsDocument, fetchPolicy: 'no-cache' });

describe('the access token', () => {
  it('goes along with a request', async () => {
    await ask(clientWith(grant('first')));
    expect(sent).toEqual(['Bearer first']);
    expect(renewed).toBe(0);
  });

  it('is renewed before a request when it is about to end, once for all who ask', async () => {
    accepted = 'second';
    renewals.push(() => granted(grant('second')));
    const client = clientWith(grant('first', 0.2));
    await Promise.all([
      ask(client),
      client.query({
        query: InstructorsDocument,
        fetchPolicy: 'no-cache',
        context: { queryDeduplication: false },
      }),
    ]);
    expect(sent).toEqual(['Bearer second', 'Bearer second']);
    expect(renewed).toBe(1);
  });

  it('lives as long as it says itself, whatever the clock is here', async () => {
    const payload = Buffer.from(JSON.stringify({ iat: 1_000, exp: 1_900 })).toString('base64url');
    accepted = `x.${payload}.x`;
    await ask(clientWith(grant(accepted, -60)));
    expect(renewed).toBe(0);
  });

  it('is renewed once after a refusal, and the request is sent again', async () => {
    accepted = 'second';
    renewals.push(() => granted(grant('second')));
    await ask(clientWith(grant('first')));
    expect(sent).toEqual(['Bearer first', 'Bearer second']);
  });

  it('does not try for ever', async () => {
    accepted = 'none';
    renewals.push(() => granted(grant('second')));
    await expect(ask(clientWith(grant('first')))).rejects.toThrow();
    expect(sent).toHaveLength(2);
  });

  it('ends the session when its renewal is refused', async () => {
    accepted = 'none';
    renewals.push(refused);
    await expect(ask(clientWith(grant('first')))).rejects.toThrow();
    expect(ends).toEqual(['refused']);
  });

  it('outlives trouble on the way: that ends nothing', async () => {
    accepted = 'none';
    await expect(ask(clientWith(grant('first')))).rejects.toThrow('network');
    expect(ends).toEqual([]);
  });

  it('is not taken from somebody else who signed in in another tab', async () => {
    accepted = 'theirs';
    renewals.push(() => granted(grant('theirs', 15, 'somebody-else')));
    await expect(ask(clientWith(grant('first')))).rejects.toThrow();
    expect(ends).toEqual(['other-user']);
    expect(sent).toEqual(['Bearer first']);
  });
});
