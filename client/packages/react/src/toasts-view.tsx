import { useEffect } from 'react';
import { FailureToasts } from '../../../src/app/failure-toasts.tsx';
import type { InboxChange } from '../../../src/inbox/follow/follower.ts';
import { useAnnouncement } from '../../../src/notifications/arrivals/use-announcement.tsx';
import { useArrivalToasts } from '../../../src/notifications/arrivals/use-arrival-toasts.tsx';
import { UndoToast } from '../../../src/notifications/list/undo-toast.tsx';
import { Toaster } from '../../../src/ui/layers/toaster.tsx';
import { useSettings } from './settings.ts';
import { useEffectEvent } from '../../../src/ui/use-effect-event.ts';

/** What arrives, what can be undone and what could not be done. */
export function ToastsView() {
  return (
    <>
      <Arrivals />
      <FailureToasts />
      <UndoToast />
      <Toaster limit={4} />
    </>
  );
}

/** As it was decided when it came: not where its reader has said no, or not now. */
const rings = ({ ring }: InboxChange['arrived'][number]): boolean => ring === null || ring === 'RANG';

function Arrivals() {
  const { carillon } = useSettings();
  const { toasts, show } = useArrivalToasts(carillon.apollo);
  const { region, announce } = useAnnouncement();
  const onChange = useEffectEvent(({ arrived, replayed, isFirst, settledIds }: InboxChange) => {
    toasts.hide(settledIds);
    if (isFirst) return;
    const ringing = arrived.filter(rings);
    announce(ringing);
    show(ringing, replayed);
  });
  useEffect(() => carillon.follow((change) => onChange(change)), [carillon]);
  return region;
}
