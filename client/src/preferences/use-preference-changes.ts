import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import { channelChanges } from './channels/channel-changes.ts';
import { mutingChanges } from './muting/muting-changes.ts';
import { quietChanges } from './quiet/quiet-changes.ts';

/** What a reader can wish for. Each shows at once; the promises never reject, they tell whether it was saved. */
export function usePreferenceChanges() {
  const client = useApolloClient();
  return useMemo(
    () => ({ ...channelChanges(client), ...quietChanges(client), ...mutingChanges(client) }),
    [client],
  );
}
