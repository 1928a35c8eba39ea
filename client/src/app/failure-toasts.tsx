import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { failuresOf } from '../inbox/acts/failures.ts';
import { Button } from '../ui/buttons/button.tsx';
import { hideFailure, toastFailure } from '../ui/layers/toast.ts';
import { useWords } from '../words/use-words.tsx';

/** Says what could not be done. Mounted once. */
export function FailureToasts(): null {
  const client = useApolloClient();
  useEffect(
    () =>
      failuresOf(client).listen((what, why, again) => {
        const tryAgain = () => {
          hideFailure(what);
          again?.();
        };
        toastFailure(what, again ? <MayTryAgain why={why} onAgain={tryAgain} /> : why);
      }),
    [client],
  );
  return null;
}

function MayTryAgain({ why, onAgain }: { why: string; onAgain: () => void }) {
  const say = useWords();
  return (
    <>
      {why}{' '}
      <Button variant="default" size="small" onClick={onAgain}>
        {say('ui.tryAgain')}
      </Button>
    </>
  );
}
