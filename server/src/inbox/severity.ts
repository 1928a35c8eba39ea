import { registerEnumType } from 'type-graphql';

/** How much it matters, as its sender says. What its reader chose holds all the same. */
export enum Severity {
  LOW = 'LOW',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}

registerEnumType(Severity, {
  name: 'Severity',
  description: 'How much it matters, as its sender says. It never passes what the reader chose.',
  valuesConfig: {
    LOW: { description: 'Good to know.' },
    NORMAL: { description: 'What most things are.' },
    HIGH: { description: 'Should be read soon.' },
    URGENT: { description: 'Should be read now.' },
  },
});
