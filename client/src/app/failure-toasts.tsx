import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { failuresOf } from '../inbox/acts/failures.ts';
import { toastFailure } from '../ui/layers/toast.ts';

/** Says what could not be done. Mounted once. */
export function FailureToasts(): null {
  const client = useApolloClient();
  useEffect(() => failuresOf(client).listen(toastFailure), [client]);
  return null;
}
