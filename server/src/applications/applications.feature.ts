import type { ActionService } from '../requests/action.service.ts';
import type { Settling } from '../requests/settling.ts';
import type { Announce } from '../inbox/delta.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { MutedSubjects } from '../preferences/muted-subjects.ts';
import type { PreferencesReader } from '../preferences/preferences.reader.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import type { SendService } from '../sending/send.service.ts';
import { nobody } from '../users/nameless.ts';
import type { UserService } from '../users/user.service.ts';
import { ApplicationEntity } from './application.entity.ts';
import { applicationSubmitted } from './application.notification-types.ts';
import { ApplicationReader } from './application.reader.ts';
import { ApplicationResolver, NotificationSubjectResolver } from './application.resolver.ts';
import { ApplicationService } from './application.service.ts';
import { forgetApplicant } from './forget-applicant.ts';
import { MutedApplicationResolver, MutedApplicationsResolver } from './muting.resolver.ts';

export interface ApplicationsNeeds {
  readonly users: UserService;
  /** Tells followers of what an erasure changes. */
  readonly announce: Announce;
  readonly sender: SendService;
  readonly requests: { readonly settling: Settling; readonly actions: ActionService };
  readonly preferences: {
    readonly reader: PreferencesReader;
    readonly service: PreferencesService;
    readonly muted: MutedSubjects;
  };
}

/** What candidates submit and instructors decide: the first thing that notifications are about. */
export function createApplications(
  { database, cursors }: Platform,
  { users, announce, sender, requests, preferences }: ApplicationsNeeds,
): Feature {
  const reader = new ApplicationReader(database, cursors);
  const service = new ApplicationService(database, users, sender, requests.settling);
  requests.actions.handle(applicationSubmitted.name, service.answer);
  const { muted } = preferences;
  return {
    resolvers: [
      new ApplicationResolver(service, reader, users),
      new NotificationSubjectResolver(reader),
      new MutedApplicationResolver(muted),
      new MutedApplicationsResolver(muted, reader, preferences),
    ],
    entities: [ApplicationEntity],
    personal: [
      {
        table: 'applications',
        of: 'candidate_id = $1',
        exported: ['id', 'title', 'status', 'created_at', 'decided_at', 'reason'],
        erased: 'deleted',
      },
      {
        table: 'applications',
        of: '(instructor_id = $1 or decided_by_id = $1)',
        exported: ['id', 'status', 'decided_at', 'reason'],
        erased: {
          overwritten: { instructor_id: nobody, decided_by_id: ifTheirs(nobody), reason: ifTheirs('null') },
        },
      },
    ],
    forget: (userId) => forgetApplicant(database, announce, userId),
    findNode: async (readerId, id) => {
      const [application] = await reader.byIds(readerId, [id]);
      return application && { ...application, __typename: 'Application' };
    },
  };
}

/** Of a decision that they made, and else nothing: that has no decision yet. */
const ifTheirs = (value: string): string => `case when decided_by_id is not null then ${value} end`;
