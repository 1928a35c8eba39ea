import { useState } from 'react';
import { isPushSupported, setPushOwner, setToldEndpoint, unsubscribe } from '../../browser/push.ts';
import { endpointOf, subscribe } from '../../browser/push-subscription.ts';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { useRegisterPushEndpointMutation, useRemovePushEndpointMutation } from '../../generated/push.ts';
import { errorText } from '../../inbox/error-text.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';

type Props = {
  /** Of the preferences: it says whose they are. */
  owner: string;
  publicKey: string;
  endpoints: PreferencesFieldsFragment['pushEndpoints'];
};

/** Off until the reader asks for it here: the browser's own question comes only from this click. */
export function PushHere({ owner, publicKey, endpoints }: Props) {
  const say = useWords();
  const [register] = useRegisterPushEndpointMutation();
  const [remove] = useRemovePushEndpointMutation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const here = endpoints.find(({ isThisSession }) => isThisSession);
  if (!isPushSupported()) return <p>{say('preferences.noPushHere')}</p>;
  const turnOn = async () => {
    const subscribed = await subscribe(publicKey).catch(() => undefined);
    if (!subscribed) return setProblem(whyNot());
    await register({ variables: { input: endpointOf(subscribed) } });
    setPushOwner(owner);
    setToldEndpoint(subscribed.endpoint);
  };
  const turnOff = async () => {
    await unsubscribe();
    if (here) await remove({ variables: { id: here.id } });
  };
  const doing = (work: () => Promise<void>) => async () => {
    setBusy(true);
    setProblem(undefined);
    await work().catch((error: unknown) => setProblem(errorText(error)));
    setBusy(false);
  };
  return (
    <div className="push-here">
      <Button
        variant={here ? 'default' : 'filled'}
        loading={isBusy}
        onClick={() => void doing(here ? turnOff : turnOn)()}
      >
        {say(here ? 'preferences.pushOff' : 'preferences.pushOn')}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

const whyNot = (): string =>
  say(Notification.permission === 'denied' ? 'preferences.pushBlocked' : 'preferences.pushRefused');
