import { IconBell, IconBellOff } from '@tabler/icons-react';
import { usePreferencesQuery } from '../../generated/hooks.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import './mute-button.css';

type Props = { id: string; title: string };

/** Stops, or lets go on, whatever rings and is sent about one application; its entries come all the same. */
export function MuteButton({ id, title }: Props) {
  const muted = usePreferencesQuery().data?.preferences.mutedApplications;
  const { mute, unmute } = usePreferenceChanges();
  if (!muted) return null;
  const isMuted = muted.some((application) => application.id === id);
  const Icon = isMuted ? IconBell : IconBellOff;
  return (
    <div className="mute">
      <Button
        variant="default"
        icon={<Icon size={17} stroke={1.8} aria-hidden="true" />}
        onClick={() => void (isMuted ? unmute : mute)({ id, title })}
      >
        {isMuted ? 'Unmute this application' : 'Mute this application'}
      </Button>
      <span className="mute-note" role="status">
        {isMuted && 'Muted: it neither rings nor sends e-mails. Its entries still come to your inbox.'}
      </span>
    </div>
  );
}
