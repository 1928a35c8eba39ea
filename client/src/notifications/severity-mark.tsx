import { IconAlertTriangle, IconChevronsDown, IconChevronsUp } from '@tabler/icons-react';
import type { Severity } from '../generated/graphql.ts';
import { useWords } from '../words/use-words.tsx';
import './severity-mark.css';

const MARKS = {
  URGENT: { name: 'notification.urgent', Icon: IconAlertTriangle },
  HIGH: { name: 'notification.important', Icon: IconChevronsUp },
  LOW: { name: 'notification.minor', Icon: IconChevronsDown },
} as const;

type Props = { severity: Severity; isInWords?: boolean };

/** How much it matters, by its shape and in a word, never by its colour alone. Nothing for what is like most. */
export function SeverityMark({ severity, isInWords = false }: Props) {
  const say = useWords();
  if (severity === 'NORMAL') return null;
  const { name, Icon } = MARKS[severity];
  const label = say(name);
  return (
    <span className="severity" data-severity={severity} title={isInWords ? undefined : label}>
      <Icon size={16} stroke={2.1} aria-hidden="true" />
      {isInWords ? (
        label
      ) : (
        <span className="visually-hidden">{say('notification.severityMark', { severity: label })} </span>
      )}
    </span>
  );
}
