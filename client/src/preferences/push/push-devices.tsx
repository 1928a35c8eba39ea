import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { useRemovePushEndpointMutation } from '../../generated/push.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { Said, useWords } from '../../words/use-words.tsx';

type Endpoint = PreferencesFieldsFragment['pushEndpoints'][number];

/** To all of them a push goes; one that is lost is taken away here. */
export function PushDevices({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const say = useWords();
  const [remove] = useRemovePushEndpointMutation();
  const others = endpoints.filter(({ isThisSession }) => !isThisSession);
  if (others.length === 0) return null;
  return (
    <ul className="muted-list" aria-label={say('preferences.otherDevices')}>
      {others.map(({ id, createdAt }) => (
        <li key={id}>
          <span>
            <Said of="preferences.otherDeviceSince" with={{ when: <RelativeTime at={createdAt} /> }} />
          </span>
          <Button
            variant="default"
            size="small"
            onClick={() => void remove({ variables: { id } }).catch(() => undefined)}
          >
            {say('preferences.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
