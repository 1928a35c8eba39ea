// What admins do with keys of services.
import { dataOf } from './acts.ts';
import type { Answer } from './client.ts';
import type { Answering } from './server.ts';
import { mint } from './token.ts';

export const admin = mint({ sub: 'ada', role: 'ADMIN' });

export interface ServiceKey {
  id: string;
  service: string;
  name: string;
  scopes: string[];
  beginning: string;
  requestsPerMinute: number | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedAddress: string | null;
  revokedAt: string | null;
}

export interface MadeKey {
  serviceKey: ServiceKey;
  secret: string;
}

const KEY =
  'id service name scopes beginning requestsPerMinute createdAt expiresAt lastUsedAt lastUsedAddress revokedAt';

export const createKey = (
  server: Answering,
  wanted: object,
  token = admin,
): Promise<Answer<{ createServiceKey: MadeKey }>> =>
  server.ask(
    `mutation ($service: String!, $name: String!, $scopes: [String!]!, $expiresAt: DateTime, $requestsPerMinute: Int) {
      createServiceKey(
        service: $service, name: $name, scopes: $scopes, expiresAt: $expiresAt, requestsPerMinute: $requestsPerMinute
      ) { serviceKey { ${KEY} } secret }
    }`,
    { service: 'grading', name: 'mailer', scopes: ['notifications:create'], ...wanted },
    token,
  );

export const madeKey = async (server: Answering, wanted: object = {}): Promise<MadeKey> =>
  (await dataOf(createKey(server, wanted))).createServiceKey;

export const revokeKey = (
  server: Answering,
  id: string,
  token = admin,
): Promise<Answer<{ revokeServiceKey: { serviceKey: ServiceKey; secret: null } }>> =>
  server.ask(
    `mutation ($id: ID!) { revokeServiceKey(id: $id) { serviceKey { ${KEY} } secret } }`,
    { id },
    token,
  );

export interface KeyPage {
  edges: { cursor: string; node: ServiceKey }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

export const pageOfKeys = (
  server: Answering,
  variables: object = {},
  token = admin,
): Promise<Answer<{ serviceKeys: KeyPage }>> =>
  server.ask(
    `query ($first: Int, $after: String, $service: String) {
      serviceKeys(first: $first, after: $after, service: $service) {
        edges { cursor node { ${KEY} } } pageInfo { hasNextPage hasPreviousPage }
      }
    }`,
    variables,
    token,
  );

export const keysOf = async (server: Answering, service: string): Promise<ServiceKey[]> =>
  (await dataOf(pageOfKeys(server, { service }))).serviceKeys.edges.map(({ node }) => node);

export interface AuditEntry {
  id: string;
  at: string;
  act: string;
  actorKind: string;
  actor: string;
  keyId: string | null;
  address: string | null;
  objectId: string;
}

export const pageOfAudit = (
  server: Answering,
  variables: object = {},
  token = admin,
): Promise<
  Answer<{ auditLog: { edges: { cursor: string; node: AuditEntry }[]; pageInfo: { hasNextPage: boolean } } }>
> =>
  server.ask(
    `query ($first: Int, $after: String, $actor: String, $act: String) {
      auditLog(first: $first, after: $after, actor: $actor, act: $act) {
        edges { cursor node { id at act actorKind actor keyId address objectId } } pageInfo { hasNextPage }
      }
    }`,
    variables,
    token,
  );

/** Newest first; 100 at most. */
export const auditOf = async (server: Answering, filter: object = {}): Promise<AuditEntry[]> =>
  (await dataOf(pageOfAudit(server, { first: 100, ...filter }))).auditLog.edges.map(({ node }) => node);
