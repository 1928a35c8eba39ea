import { useEffect, useState, useSyncExternalStore } from 'react';
import { useNavigate } from '../../ui/router.ts';
import { closePushed, onPushOpened } from '../../browser/push.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { NotificationRowFragmentDoc, useInboxQuery } from '../../generated/inbox.ts';
import { LeadingTab } from '../../browser/leading-tab.ts';
import { ArrivalSound } from './arrival-sound.ts';
import { InboxFollower, type Followed, type InboxChange } from '../../inbox/follow/follower.ts';
import { useInboxInView } from './inbox-in-view.ts';
import { NativeNotifications } from './native-notifications.ts';
import { openPanelsOf } from './open-panels.ts';
import { pathOf, targetOf } from '../notification-target.ts';
import { openSubjectsOf } from '../../inbox/subjects/open-subjects.ts';
import { useAnnouncement } from './use-announcement.tsx';
import { useArrivalToasts } from './use-arrival-toasts.tsx';
import { useHeldArrivals } from './use-held-arrivals.ts';
import { useUnreadMarks } from './use-unread-marks.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { say } from '../../words/words.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

type Props = {
  client: Followed;
  /** Up to this seq a page in view has shown what came. */
  onShown?: (seq: number) => void;
  onArrivals?: (rows: NotificationRowFragment[]) => void;
  /** Whether the reader wants to be told of an arrival now, later with others, or never; now if not said. */
  whenToRing?: (row: NotificationRowFragment) => 'NOW' | 'LATER' | 'NEVER';
  /** The reader does not want to be disturbed now. */
  isQuiet?: boolean;
};

/**
 * The one place where live changes come in. Mounted once, above the routes: it keeps the cache in step and tells the
 * reader of what arrived, by toast, live region, sound, native notification, and the marks outside of the page.
 */
export function LiveInbox({ client, onShown, onArrivals, whenToRing = () => 'NOW', isQuiet = false }: Props) {
  const { data } = useInboxQuery();
  const unread = data?.inbox.counts.unread;
  useUnreadMarks(unread);
  const panels = openPanelsOf(client.apollo);
  useInboxInView(useSyncExternalStore(panels.subscribe, panels.isAny));
  const { region, announce, say: sayAloud } = useAnnouncement();
  const [tab] = useState(() => new LeadingTab());
  const [native] = useState(() => new NativeNotifications(tab));
  const [sound] = useState(() => new ArrivalSound(tab));
  const { toasts, show } = useArrivalToasts(client.apollo);
  const navigate = useNavigate();
  const openPath = useEffectEvent((path: string) => void navigate(path));
  useEffect(() => onPushOpened((path) => openPath(path)), []);
  const open = useEffectEvent(useOpenNotification(client));
  const held = useHeldArrivals(isQuiet, (count) => {
    const text = say('notification.cameInQuiet', { count });
    toasts.say(text);
    sayAloud(text);
  });

  const onChange = useEffectEvent(({ arrived, replayed, isFirst, settledIds }: InboxChange) => {
    toasts.hide(settledIds);
    native.close(settledIds);
    void closePushed(settledIds, unread);
    held.settle(settledIds);
    const ringing = arrived.filter((row) => whenToRing(row) === 'NOW');
    held.add(arrived.filter((row) => whenToRing(row) === 'LATER').map(({ id }) => id));
    // What the reader is looking at has changed before their eyes; the live region says so all the same.
    const elsewhere = new Set(openSubjectsOf(client.apollo).tell(arrived));
    if (!isFirst) {
      show(
        ringing.filter((row) => elsewhere.has(row)),
        replayed,
      );
      announce(ringing);
      void native.show(ringing, replayed);
      // Also what is too important to wait for a quiet time's end makes no noise in it.
      if (!replayed && !isQuiet) void sound.ring(ringing);
    }
    if (arrived.length === 0) return;
    onArrivals?.(arrived);
    if (document.visibilityState === 'visible') onShown?.(Math.max(...arrived.map(({ seq }) => seq)));
  });
  useEffect(() => new InboxFollower(client, (change) => onChange(change)).start(), [client]);
  useEffect(() => tab.start(), [tab]);
  useEffect(() => native.start((id) => open(id)), [native]);

  return region;
}

function useOpenNotification(client: Followed): (id: string | null) => void {
  const navigate = useNavigate();
  const { markAsRead } = useMarking();
  return (id) => {
    if (id === null) return void navigate('/notifications');
    const row = client.apollo.cache.readFragment({
      id: `Notification:${id}`,
      fragment: NotificationRowFragmentDoc,
      fragmentName: 'NotificationRow',
    });
    const target = row && targetOf(row);
    void markAsRead(id);
    void navigate(target?.url.kind === 'path' ? target.url.href : pathOf(id));
  };
}
