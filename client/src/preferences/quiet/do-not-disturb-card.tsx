import { IconMoon } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { momentWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { serverTime } from '../../browser/server-time.ts';
import { DoNotDisturbForm } from './do-not-disturb-form.tsx';
import { inOneHour, nextMorning } from './do-not-disturb-times.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { useQuiet } from './use-quiet.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';

export function DoNotDisturbCard({ until }: { until: string | null }) {
  const { setDoNotDisturb } = usePreferenceChanges();
  const [isChoosing, setChoosing] = useState(false);
  const morning = nextMorning(useNow());
  const isOn = useQuiet()?.reason === 'DO_NOT_DISTURB';
  const choose = (at: Date) => {
    setChoosing(false);
    void setDoNotDisturb(at);
  };
  return (
    <section
      id={PLACES.doNotDisturb}
      className="card place"
      tabIndex={-1}
      aria-labelledby="do-not-disturb-title"
      data-quiet={isOn || undefined}
    >
      <h2 id="do-not-disturb-title">Do not disturb</h2>
      {isOn && until ? (
        <p className="quiet-now">
          <IconMoon size={18} stroke={1.8} aria-hidden="true" />
          <span>
            On until <strong>{momentWords(Date.parse(until))}</strong>
          </span>
          <Button size="small" variant="default" onClick={() => void setDoNotDisturb(null)}>
            End now
          </Button>
        </p>
      ) : (
        <p className="card-lead">
          Nothing rings and no e-mail is sent for a while. It all waits in your inbox, and you are told once
          how much came.
        </p>
      )}
      <div className="choices" role="group" aria-label={isOn ? 'Until another time' : 'Turn on'}>
        <Button variant="default" onClick={() => choose(inOneHour(serverTime()))}>
          For 1 hour
        </Button>
        <Button variant="default" onClick={() => choose(morning)}>
          Until {momentWords(morning.getTime())}
        </Button>
        <Button variant="default" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          Until…
        </Button>
      </div>
      {isChoosing && <DoNotDisturbForm onChoose={choose} />}
    </section>
  );
}
