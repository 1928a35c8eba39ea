import { PLACES } from '../../../../server/src/platform/text/places.ts';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { usePushPublicKeyQuery } from '../../generated/hooks.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import { useChannelChanges } from '../channels/use-channel-changes.ts';
import { PushDevices } from './push-devices.tsx';
import { PushHere } from './push-here.tsx';

type Props = Pick<PreferencesFieldsFragment, 'id' | 'pushEndpoints' | 'isPushContentShown'>;

/** Pushes: to which browsers and phones, and what they say. Nothing where this installation sends none. */
export function PushCard({ id, pushEndpoints, isPushContentShown }: Props) {
  const { data } = usePushPublicKeyQuery();
  const { setPushContent } = useChannelChanges();
  if (!data?.pushPublicKey) return null;
  return (
    <section id={PLACES.push} className="card place" tabIndex={-1} aria-labelledby="push-title">
      <h2 id="push-title">Push</h2>
      <p className="card-lead">
        Your browsers and phones are told also when no page of Carillon is open there. On an iPhone, put
        Carillon on the home screen first.
      </p>
      <PushHere owner={id} publicKey={data.pushPublicKey} endpoints={pushEndpoints} />
      {pushEndpoints.length > 0 && (
        <>
          <PushDevices endpoints={pushEndpoints} />
          <label className="push-content">
            <Switch
              checked={isPushContentShown}
              onChange={({ currentTarget: { checked } }) => void setPushContent(checked)}
            />
            Say what it is about, also on a locked screen
          </label>
        </>
      )}
    </section>
  );
}
