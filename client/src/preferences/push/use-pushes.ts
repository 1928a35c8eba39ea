import { useCallback, useEffect } from 'react';
import type { SessionClient } from '../../apollo/client.ts';
import { MarkAllAsShownDocument } from '../../generated/follow.ts';
import { onPushRenewed } from '../../browser/push.ts';
import { usePreferencesQuery } from '../../generated/preferences.ts';
import { useEffectEvent } from '../../ui/use-effect-event.ts';

/**
 * Keeps this browser's pushes in order for as long as its reader is signed in.
 * @returns to be called with the seq up to which a page in view has shown what came: no device is pushed that
 */
export function usePushes({ apollo }: SessionClient): (seq: number) => void {
  const preferences = usePreferencesQuery({ fetchPolicy: 'cache-only' }).data?.preferences;
  const owner = preferences?.id;
  const keep = useEffectEvent(async () => {
    const { keepPush } = await import('./keep-push.ts');
    if (preferences) await keepPush(apollo, preferences);
  });
  useEffect(() => {
    if (!owner) return;
    const keepOn = () => void keep().catch(() => undefined);
    keepOn();
    return onPushRenewed(keepOn);
  }, [owner]);
  const isPushed = (preferences?.pushEndpoints.length ?? 0) > 0;
  return useCallback(
    (upToSeq: number) => {
      if (!isPushed) return;
      const shown = { mutation: MarkAllAsShownDocument, variables: { upToSeq } };
      void apollo.mutate(shown).catch(() => undefined);
    },
    [apollo, isPushed],
  );
}
