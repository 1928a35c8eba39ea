import { useForm } from '@mantine/form';
import { errorText } from '../apollo/error-text.ts';
import { useInstructorsQuery, useSubmitApplicationMutation } from '../generated/hooks.ts';
import { Alert } from '../ui/alert.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useDraft } from '../ui/drafts.tsx';
import { focusFirst } from '../ui/focus-first.ts';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';

const LONGEST_TITLE = 200;
const NOTHING = { title: '', instructorId: '' };

function titleProblem(title: string): string | null {
  if (!title.trim()) return 'Please give your application a title';
  if ([...title.trim()].length > LONGEST_TITLE) return `At most ${LONGEST_TITLE} characters, please`;
  return null;
}

export function NewApplicationPage({ onSubmitted }: { onSubmitted: (id: string) => void }) {
  const instructors = useInstructorsQuery();
  const [submitApplication, { loading, error }] = useSubmitApplicationMutation({
    // A first page that is loaded already would not show it.
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'applications' }),
  });
  const draft = useDraft('new-application', NOTHING);
  const known = instructors.data?.instructors;
  // One that was chosen before may be gone.
  const isThere = (id: string) => id !== '' && (known?.some((instructor) => instructor.id === id) ?? true);
  const form = useForm({
    initialValues: draft.kept,
    onValuesChange: draft.keep,
    validate: {
      title: titleProblem,
      instructorId: (id) => (isThere(id) ? null : 'Please choose an instructor'),
    },
  });
  const submit = form.onSubmit(
    async ({ title, instructorId }) => {
      const input = { title: title.trim(), instructorId };
      const { data } = await submitApplication({ variables: { input } }).catch(() => ({ data: undefined }));
      if (!data?.submitApplication) return;
      draft.clear();
      onSubmitted(data.submitApplication.application.id);
    },
    (errors) => focusFirst(form, errors),
  );
  const failure = error ?? instructors.error;
  return (
    <Page
      title="New application"
      lead="Your instructor is told at once, and you are told what they decide."
      narrow
    >
      <form onSubmit={submit} noValidate className="form card">
        {failure && (
          <Alert color="red" role="alert">
            {errorText(failure)}
          </Alert>
        )}
        <TextInput
          label="Title"
          description="What is it about?"
          dir="auto"
          required
          autoComplete="off"
          {...form.getInputProps('title')}
        />
        <Select
          label="Instructor"
          description="Who decides?"
          placeholder={instructors.loading ? 'Loading…' : 'Choose an instructor'}
          required
          nothingFoundMessage="Nobody by this name"
          data={known?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...form.getInputProps('instructorId')}
        />
        <div className="form-buttons">
          <ButtonLink variant="subtle" color="gray" to="/applications" onClick={draft.clear}>
            Cancel
          </ButtonLink>
          <Button type="submit" loading={loading}>
            Submit
          </Button>
        </div>
      </form>
    </Page>
  );
}
