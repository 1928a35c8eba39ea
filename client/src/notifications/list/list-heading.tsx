import type { ComponentPropsWithoutRef, Ref } from 'react';
import type { useNotifications } from '../../inbox/use-notifications.ts';
import { useWords } from '../../words/use-words.tsx';
import { HostPlace } from '../host-places.tsx';
import { MarkAllRead } from './mark-all-read.tsx';

type Props = ComponentPropsWithoutRef<'h2'> & {
  inbox: Pick<ReturnType<typeof useNotifications>, 'unreadCount' | 'markAllAsRead'>;
  /** What came after it was not seen. */
  upToSeq: number | undefined;
  headingRef?: Ref<HTMLHeadingElement>;
};

/** What a small list is called, and the button beside it; a host application may have its own of both. */
export function ListHeading({ inbox, upToSeq, headingRef, ...heading }: Props) {
  const say = useWords();
  const list = {
    unreadCount: inbox.unreadCount,
    markAllAsRead: () => inbox.markAllAsRead(upToSeq),
  };
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} {...heading}>
        <HostPlace name="header" list={list}>
          {say('notification.many')}
        </HostPlace>
      </h2>
      <HostPlace name="actions" list={list}>
        <MarkAllRead inbox={inbox} upToSeq={upToSeq} />
      </HostPlace>
    </>
  );
}
