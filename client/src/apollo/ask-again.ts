import type { SessionClient } from './client.ts';

/** What failed to load while the line was down is asked for again as soon as it is back. */
export function askAgainWhenBack({ apollo, connection }: Pick<SessionClient, 'apollo' | 'connection'>) {
  let wasLive = connection.get() === 'live';
  return connection.subscribe(() => {
    const isLive = connection.get() === 'live';
    if (isLive && !wasLive) {
      const onQueryUpdated = (query: { getCurrentResult: () => { error?: unknown } }) =>
        query.getCurrentResult().error !== undefined;
      void apollo.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
    }
    wasLive = isLive;
  });
}
