import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { ApplicationStatus } from './application-status.ts';

/** The row of `applications`. Users stand in it by their ids: they are loaded where a query asks for them. */
export const ApplicationEntity = defineEntity({
  name: 'Application',
  tableName: 'applications',
  properties: {
    id: p.uuid().primary(),
    title: p.text(),
    status: p.enum(() => ApplicationStatus),
    candidateId: p.text(),
    instructorId: p.text(),
    decidedById: p.text().nullable(),
    decidedAt: p.datetime(3).nullable(),
    reason: p.text().nullable(),
    createdAt: p.datetime(3),
  },
});

export type ApplicationRow = InferEntity<typeof ApplicationEntity>;
