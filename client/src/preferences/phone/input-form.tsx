import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../ui/buttons/button.tsx';

type Props = {
  button: string;
  isBusy: boolean;
  problem: string | undefined;
  onSubmit: () => Promise<unknown>;
  /** The field, with what is wrong with it. */
  children: (problem: ReactNode) => ReactNode;
};

/** One thing to be said, and the button that says it. */
export function InputForm({ button, isBusy, problem, onSubmit, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit().catch(() => undefined); // the field says it
  };
  return (
    <form className="phone-form" onSubmit={submit}>
      {children(problem && <span role="alert">{problem}</span>)}
      <Button type="submit" loading={isBusy}>
        {button}
      </Button>
    </form>
  );
}
