import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { errorText } from '../inbox/error-text.ts';
import { useInstructorsQuery, useSubmitApplicationMutation } from '../generated/applications.ts';
import { isElsewhere } from '../ui/attention/use-whole-link.ts';
import { Alert } from '../ui/page/alert.tsx';
import { Button, ButtonLink } from '../ui/buttons/button.tsx';
import { useDraft } from '../ui/fields/drafts.tsx';
import { Page } from '../ui/page/page.tsx';
import { Select } from '../ui/fields/select.tsx';
import { TextInput } from '../ui/fields/text-input.tsx';
import { MAX_TITLE } from '../../../server/src/platform/text/limits.ts';
import { useWords } from '../words/use-words.tsx';
import { say } from '../words/words.ts';

const NOTHING = { title: '', instructorId: '' };

function titleProblem(title: string): string {
  if (!title.trim()) return say('application.giveTitle');
  if ([...title.trim()].length > MAX_TITLE) return say('application.titleTooLong', { most: MAX_TITLE });
  return '';
}

export function NewApplicationPage({ onSubmitted }: { onSubmitted: (id: string) => void }) {
  const say = useWords();
  const instructors = useInstructorsQuery();
  const [submitApplication, { loading, error }] = useSubmitApplicationMutation({
    // A first page that is loaded already would not show it.
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'applications' }),
  });
  const draft = useDraft('new-application', NOTHING);
  const known = instructors.data?.instructors;
  // One that was chosen before may be gone.
  const isThere = (id: string) => id !== '' && (known?.some((instructor) => instructor.id === id) ?? true);
  const [entered, setEntered] = useState(draft.kept);
  const [problems, setProblems] = useState(NOTHING);
  const enter = (change: Partial<typeof NOTHING>) => {
    const next = { ...entered, ...change };
    setEntered(next);
    draft.keep(next);
    setProblems(NOTHING);
  };
  const submit = async (form: HTMLFormElement) => {
    const found = {
      title: titleProblem(entered.title),
      instructorId: isThere(entered.instructorId) ? '' : say('application.chooseInstructor'),
    };
    flushSync(() => setProblems(found));
    // The first field that needs attention gets the focus: there the work is.
    const first = form.querySelector<HTMLInputElement>('[aria-invalid=true]');
    if (first) return first.focus();
    const input = { title: entered.title.trim(), instructorId: entered.instructorId };
    const { data } = await submitApplication({ variables: { input } }).catch(() => ({ data: undefined }));
    if (!data?.submitApplication) return;
    draft.clear();
    onSubmitted(data.submitApplication.application.id);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(event.currentTarget);
  };
  const failure = error ?? instructors.error;
  return (
    <Page title={say('application.new')} lead={say('application.newLead')} narrow>
      <form onSubmit={onSubmit} noValidate className="form card">
        {failure && (
          <Alert color="red" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput
          label={say('application.title')}
          description={say('application.titleNote')}
          dir="auto"
          required
          autoComplete="off"
          value={entered.title}
          error={problems.title}
          onChange={(event) => enter({ title: event.currentTarget.value })}
        />
        <Select
          label={say('application.instructor')}
          description={say('application.whoDecides')}
          placeholder={say(instructors.loading ? 'ui.loadingNow' : 'application.pickInstructor')}
          required
          nothingFoundMessage={say('application.nobody')}
          data={known?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={entered.instructorId}
          error={problems.instructorId}
          onChange={(instructorId) => enter({ instructorId })}
        />
        <div className="form-buttons">
          <ButtonLink
            variant="subtle"
            color="gray"
            to="/applications"
            onClick={(event) => isElsewhere(event) || draft.clear()}
          >
            {say('ui.cancel')}
          </ButtonLink>
          <Button type="submit" loading={loading}>
            {say('application.submit')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
