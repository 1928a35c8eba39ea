import { useEffect, useRef, useState, type ComponentProps, type FormEvent, type KeyboardEvent } from 'react';
import { MAX_REASON } from '../../../../server/src/platform/text/limits.ts';
import type { ActionFragment } from '../../generated/graphql.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { useDraft } from '../../ui/fields/drafts.tsx';
import { labelOf } from './action-label.ts';
import { Textarea } from '../../ui/fields/text-input.tsx';
import { useWords } from '../../words/use-words.tsx';

type Props = {
  action: ActionFragment;
  /** The title of the notification. */
  about: string;
  look: Pick<ComponentProps<typeof Button>, 'variant' | 'color'>;
  /** Of what it is a draft. */
  place: string;
  /** Gives why it failed, null if it did not. */
  onSend: (comment: string) => Promise<string | null>;
  onCancel: () => void;
};

/** In the place of the buttons, for an action that asks its reader to say something about it. */
export function CommentForm({ action, about, look, place, onSend, onCancel }: Props) {
  const say = useWords();
  const label = labelOf(action, say);
  const draft = useDraft(place, { comment: '' });
  const [comment, setComment] = useState(draft.kept.comment);
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    // It may fail for the same reason again, which is to be heard again.
    setWhy(null);
    const problem = await onSend(comment);
    if (problem === null) draft.clear();
    setWhy(problem);
    setBusy(false);
  };
  const cancel = () => {
    draft.clear();
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is written here is meant neither for the list around it nor for the panel.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    cancel();
  };
  return (
    <form
      className="acts-form"
      aria-label={say('notification.doAbout', { action: label, title: about })}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
      // A click beside the fields is not one on the row.
      onClick={(event) => event.stopPropagation()}
    >
      <Textarea
        ref={input}
        label={say('notification.commentOn', { action: label })}
        dir="auto"
        rows={2}
        maxLength={MAX_REASON}
        value={comment}
        error={why && <span role="alert">{why}</span>}
        onChange={(event) => {
          setComment(event.currentTarget.value);
          draft.keep({ comment: event.currentTarget.value });
          setWhy(null);
        }}
      />
      <div className="acts-buttons">
        <Button type="submit" size="small" {...look} loading={isBusy}>
          <span dir="auto">{label}</span>
        </Button>
        <Button size="small" variant="subtle" color="gray" disabled={isBusy} onClick={cancel}>
          {say('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
