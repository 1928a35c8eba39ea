import { registerEnumType } from 'type-graphql';

export enum Role {
  CANDIDATE = 'CANDIDATE',
  INSTRUCTOR = 'INSTRUCTOR',
  ADMIN = 'ADMIN',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a user is here for; it comes from the `role` claim of the token.',
  valuesConfig: {
    CANDIDATE: { description: 'Submits applications. Whoever has no `role` claim is a candidate.' },
    INSTRUCTOR: { description: 'Decides on the applications that were submitted to them.' },
    ADMIN: { description: 'Runs the deployment.' },
  },
});
