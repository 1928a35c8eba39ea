import { PLACES } from '../../../../server/src/platform/text/places.ts';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { usePushPublicKeyQuery } from '../../generated/push.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import { useChannelChanges } from '../channels/use-channel-changes.ts';
import { PushDevices } from './push-devices.tsx';
import { PushHere } from './push-here.tsx';
import { useWords } from '../../words/use-words.tsx';

type Props = Pick<PreferencesFieldsFragment, 'id' | 'pushEndpoints' | 'isPushContentShown'>;

/** Pushes: to which browsers and phones, and what they say. Nothing where this installation sends none. */
export function PushCard({ id, pushEndpoints, isPushContentShown }: Props) {
  const say = useWords();
  const { data } = usePushPublicKeyQuery();
  const { setPushContent } = useChannelChanges();
  if (!data?.pushPublicKey) return null;
  return (
    <section id={PLACES.push} className="card place" tabIndex={-1} aria-labelledby="push-title">
      <h2 id="push-title">{say('preferences.pushTitle')}</h2>
      <p className="card-lead">{say('preferences.pushLead')}</p>
      <PushHere owner={id} publicKey={data.pushPublicKey} endpoints={pushEndpoints} />
      {pushEndpoints.length > 0 && (
        <>
          <PushDevices endpoints={pushEndpoints} />
          <label className="push-content">
            <Switch
              checked={isPushContentShown}
              onChange={({ currentTarget: { checked } }) => void setPushContent(checked)}
            />
            {say('preferences.pushContent')}
          </label>
        </>
      )}
    </section>
  );
}
