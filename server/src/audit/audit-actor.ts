import { registerEnumType } from 'type-graphql';
import type { Context } from '../users/context.ts';
import { senderOf } from '../users/viewer.ts';

export enum AuditActorKind {
  OPERATOR = 'OPERATOR',
  SERVICE = 'SERVICE',
  USER = 'USER',
}

registerEnumType(AuditActorKind, {
  name: 'AuditActorKind',
  description: 'As what somebody did something.',
  valuesConfig: {
    OPERATOR: { description: 'By a command on the server’s machine, such as `npm run key`.' },
    SERVICE: { description: 'As a service, by a token or a service key.' },
    USER: { description: 'As a user, who is an admin.' },
  },
});

/** Who does something, and from where. */
export interface AuditActor {
  readonly kind: AuditActorKind;
  /** The user's id, or the service's name. */
  readonly name: string;
  /** The service key that it is done with. */
  readonly keyId: string | null;
  readonly address: string | null;
}

/** Whoever calls a mutation that takes a scope or an admin. */
export function auditActorOf({ viewer, address }: Context): AuditActor {
  const isService = senderOf(viewer!) === viewer!.id;
  const kind = isService ? AuditActorKind.SERVICE : AuditActorKind.USER;
  return { kind, name: viewer!.id, keyId: viewer!.keyId ?? null, address };
}

/** Whoever runs a command. What they are called on their machine says little, and is not asked. */
export const OPERATOR: AuditActor = {
  kind: AuditActorKind.OPERATOR,
  name: 'operator',
  keyId: null,
  address: null,
};
