import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '../../browser/idle.ts';
import type { ActionFragment, NotificationRowFragment } from '../../generated/graphql.ts';
import { usePerforming } from '../../inbox/acts/use-performing.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { LatePlace } from '../../ui/layers/late-place.tsx';
import { showToast, toastFailure } from '../../ui/layers/toast.ts';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { labelOf } from './action-label.ts';
import { useWords } from '../../words/use-words.tsx';
import './action-buttons.css';

const CommentForm = lazyPart(() => import('./comment-form.tsx').then((module) => module.CommentForm));

const READING_TIME = 8_000;

const LOOKS = {
  PRIMARY: {},
  DEFAULT: { variant: 'default' },
  DANGER: { variant: 'light', color: 'red' },
} as const;

type Props = { row: Pick<NotificationRowFragment, 'id' | 'title' | 'actions'> };

/** What can be done about a notification without opening anything. Nothing once somebody has. */
export function ActionButtons({ row: { id, title, actions } }: Props) {
  const say = useWords();
  const perform = usePerforming();
  const place = useRef<HTMLDivElement>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [askedId, setAskedId] = useState<string | null>(null);
  const asks = actions.some(({ asksForComment }) => asksForComment);
  useEffect(() => (asks ? whenIdle(CommentForm.preload) : undefined), [asks]);
  if (actions.length === 0) return null;
  const asked = actions.find(({ actionId }) => actionId === askedId);

  /** Gives why it failed; whoever was too late sees in the row itself what was done. */
  const act = async ({ actionId }: ActionFragment, comment?: string): Promise<string | null> => {
    setBusyId(actionId);
    const performed = await perform(id, actionId, comment);
    setBusyId(null);
    if (performed.state === 'failed') return performed.why;
    if (performed.state === 'too-late')
      showToast({ id: `too-late ${id}`, role: 'status', message: performed.why }, READING_TIME);
    return null;
  };
  const choose = async (action: ActionFragment) => {
    if (action.asksForComment) return setAskedId(action.actionId);
    const why = await act(action);
    if (why !== null) toastFailure(say('notification.couldNotDo', { action: labelOf(action, say) }), why);
  };
  const cancel = (action: ActionFragment) => {
    flushSync(() => setAskedId(null));
    place.current?.querySelectorAll('button')[actions.indexOf(action)]?.focus();
  };

  const buttons = actions.map((action) => (
    <Button
      key={action.actionId}
      {...LOOKS[action.style]}
      size="small"
      loading={busyId === action.actionId}
      disabled={busyId !== null}
      aria-label={say('notification.doAbout', { action: labelOf(action, say), title })}
      aria-expanded={action.asksForComment ? false : undefined}
      onClick={() => void choose(action)}
    >
      <span dir="auto">{labelOf(action, say)}</span>
    </Button>
  ));
  return (
    <div ref={place} className="acts" part="actions">
      {asked ? (
        <LatePlace meanwhile={buttons} onClose={() => setAskedId(null)}>
          <CommentForm
            action={asked}
            about={title}
            look={LOOKS[asked.style]}
            place={`comment/${id}/${asked.actionId}`}
            onSend={(comment) => act(asked, comment)}
            onCancel={() => cancel(asked)}
          />
        </LatePlace>
      ) : (
        buttons
      )}
    </div>
  );
}
