import { registerEnumType } from 'type-graphql';

/** How much it matters, as its sender says. It passes nothing that the reader chose; only a critical category does. */
export enum Severity {
  LOW = 'LOW',
  NORMAL = 'NORMAL',
  HIGH = 'HIGH',
  URGENT = 'URGENT',
}

registerEnumType(Severity, {
  name: 'Severity',
  description: 'How much it matters, as its sender says. It passes nothing that the reader chose.',
  valuesConfig: {
    LOW: { description: 'Good to know.' },
    NORMAL: { description: 'Like most.' },
    HIGH: { description: 'Should be seen soon.' },
    URGENT: { description: 'Should be seen now.' },
  },
});
