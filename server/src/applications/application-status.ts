import { registerEnumType } from 'type-graphql';

export enum ApplicationStatus {
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'How far an application is.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for its instructor.' },
    APPROVED: { description: 'Decided: yes.' },
    REJECTED: { description: 'Decided: no.' },
  },
});
