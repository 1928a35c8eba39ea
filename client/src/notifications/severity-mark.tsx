import { IconAlertTriangle, IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import type { Severity } from '../generated/graphql.ts';
import './severity-mark.css';

const MARKS = {
  URGENT: { label: 'Urgent', Icon: IconAlertTriangle },
  HIGH: { label: 'Important', Icon: IconChevronsUp },
  LOW: { label: 'Minor', Icon: IconChevronsDown },
} as const;

type Props = { severity: Severity; isInWords?: boolean };

/** How much it matters, by its shape and in a word, never by its colour alone. Nothing for what is like most. */
export function SeverityMark({ severity, isInWords = false }: Props) {
  if (severity === 'NORMAL') return null;
  const { label, Icon } = MARKS[severity];
  return (
    <span className="severity" data-severity={severity} title={isInWords ? undefined : label}>
      <Icon size={16} stroke={2.1} aria-hidden="true" />
      {isInWords ? label : <span className="visually-hidden">{label}: </span>}
    </span>
  );
}
