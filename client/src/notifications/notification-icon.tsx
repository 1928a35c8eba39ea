import { IconBell, IconCircleCheck, IconCircleX, IconFileText } from '@tabler/icons-react';
import './notification-icon.css';

const LOOKS = new Map([
  ['application_submitted', { Icon: IconFileText, tone: 'primary' }],
  ['application_approved', { Icon: IconCircleCheck, tone: 'good' }],
  ['application_rejected', { Icon: IconCircleX, tone: 'bad' }],
]);

export function NotificationIcon({ type }: { type: string }) {
  const { Icon, tone } = LOOKS.get(type) ?? { Icon: IconBell, tone: 'plain' };
  return (
    <span className="note-icon" data-tone={tone} aria-hidden="true">
      <Icon size={19} stroke={1.7} />
    </span>
  );
}
