import type { ApplicationStatus, Role } from '../src/generated/graphql.ts';

type Person = { id: string; name: string; role: Role };

const person = (id: string, name: string, role: Role): Person & { __typename: 'User' } => ({
  __typename: 'User',
  id,
  name,
  role,
});

export const CANDIDATE = person('candidate', 'Robin Adeyemi', 'CANDIDATE');
export const INSTRUCTOR = person('me', 'Name of me', 'INSTRUCTOR');

const usual = (id: string, title: string, status: ApplicationStatus) => ({
  __typename: 'Application',
  id,
  title,
  status,
  createdAt: new Date(Date.now() - 3_600_000).toISOString(),
  decidedAt: status === 'SUBMITTED' ? null : new Date().toISOString(),
  reason: null,
  candidate: CANDIDATE,
  instructor: INSTRUCTOR,
  decidedBy: status === 'SUBMITTED' ? null : INSTRUCTOR,
  isMuted: false,
});

/** The applications that the fake server's only reader is concerned with. */
export class FakeApplications {
  instructors = [INSTRUCTOR, person('iris', 'Iris Lindqvist', 'INSTRUCTOR')];
  #all: ReturnType<typeof usual>[] = [];

  add(id: string, title: string, status: ApplicationStatus = 'SUBMITTED'): void {
    this.#all.unshift(usual(id, title, status));
  }

  root = {
    instructors: () => this.instructors,
    application: ({ id }: { id: string }) => this.#all.find((known) => known.id === id) ?? null,
    applications: ({ status }: { status?: ApplicationStatus }) => {
      const nodes = this.#all.filter((known) => !status || known.status === status);
      return {
        edges: nodes.map((node) => ({ cursor: node.id, node })),
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      };
    },
  };
}
