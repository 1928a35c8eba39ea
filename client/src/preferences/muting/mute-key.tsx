import { useRef } from 'react';
import type { Subject } from '../../inbox/subjects/subject.ts';
import { useCommands } from '../../shortcuts/use-commands.ts';
import { useMuting } from './use-muting.ts';

/** The same by a key, while the focus is in the row it stands in: a toast says afterwards what that means. */
export function MuteKey({ subject }: { subject: Subject }) {
  const muting = useMuting(subject);
  const place = useRef<HTMLSpanElement>(null);
  useCommands(muting ? { mute: () => void muting.toggle(true) } : {}, {
    within: () => place.current?.closest('article') ?? null,
  });
  return <span ref={place} hidden />;
}
