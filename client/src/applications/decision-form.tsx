import { IconCheck, IconX } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { errorCode, errorText } from '../inbox/error-text.ts';
import { useApproveApplicationMutation, useRejectApplicationMutation } from '../generated/applications.ts';
import { Alert } from '../ui/page/alert.tsx';
import { Button } from '../ui/buttons/button.tsx';
import { useDraft } from '../ui/fields/drafts.tsx';
import { Textarea } from '../ui/fields/text-input.tsx';
import { MAX_REASON } from '../../../server/src/platform/text/limits.ts';
import { useWords } from '../words/use-words.tsx';

type Props = { id: string; onConflict: () => void };

/** Approve, or reject with a reason. Somebody may have decided in another tab: then the page shows what they did. */
export function DecisionForm({ id, onConflict }: Props) {
  const say = useWords();
  const draft = useDraft(`decision/${id}`, { reason: '' });
  const [reason, setReason] = useState(draft.kept.reason);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [approve, approving] = useApproveApplicationMutation();
  const [reject, rejecting] = useRejectApplicationMutation();
  const [failure, setFailure] = useState<unknown>(null);
  const isBusy = approving.loading || rejecting.loading;

  async function decide(mutate: typeof approve | typeof reject) {
    setFailure(null);
    try {
      await mutate({ variables: { id, reason: reason.trim() || null } });
      draft.clear();
    } catch (error) {
      if (errorCode(error) !== 'CONFLICT') return setFailure(error);
      draft.clear();
      onConflict();
    }
  }

  function onReject(event: FormEvent) {
    event.preventDefault();
    if (!reason.trim()) {
      setProblem(say('application.sayWhy'));
      return textarea.current?.focus();
    }
    void decide(reject);
  }

  return (
    <form className="card form" onSubmit={onReject} noValidate aria-labelledby="decision-title">
      <h2 id="decision-title">{say('application.yourDecision')}</h2>
      {failure !== null && (
        <Alert color="red" role="alert">
          {errorText(failure)}
        </Alert>
      )}
      <Textarea
        ref={textarea}
        label={say('application.reason')}
        description={say('application.reasonNote')}
        dir="auto"
        maxLength={MAX_REASON}
        value={reason}
        error={problem}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          draft.keep({ reason: event.currentTarget.value });
          setProblem(null);
        }}
      />
      <div className="decision-buttons">
        <Button
          icon={<IconCheck size={17} aria-hidden="true" />}
          loading={approving.loading}
          disabled={isBusy}
          onClick={() => void decide(approve)}
        >
          {say('application.approve')}
        </Button>
        <Button
          type="submit"
          variant="light"
          color="red"
          icon={<IconX size={17} aria-hidden="true" />}
          loading={rejecting.loading}
          disabled={isBusy}
        >
          {say('application.reject')}
        </Button>
      </div>
    </form>
  );
}
