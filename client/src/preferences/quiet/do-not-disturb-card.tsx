import { IconMoon } from '@tabler/icons-react';
import { useState, useEffect, useRef, type FormEvent } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { momentWords } from '../../ui/words/moment.ts';
import { useNow } from '../../ui/words/relative-time.tsx';
import { serverTime } from '../../browser/server-time.ts';
import { inOneHour, nextMorning, chosenTime, latestTime } from './do-not-disturb-times.ts';
import { toInput } from '../../ui/words/wall-input.ts';
import { useHints } from '../rehearsal/use-hints.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { useQuiet } from './use-quiet.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { useZone } from '../../ui/words/zone.ts';
import { browserTimeZone, zoneLabel } from '../zone/time-zones.ts';
import { Said, useWords } from '../../words/use-words.tsx';

const SUGGESTED = 3 * 60 * 60_000;
const WHOLE = 15 * 60_000;

export function DoNotDisturbCard({ until }: { until: string | null }) {
  const say = useWords();
  const { setDoNotDisturb } = usePreferenceChanges();
  const [isChoosing, setChoosing] = useState(false);
  const hintsOf = useHints();
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
      <h2 id="do-not-disturb-title">{say('preferences.doNotDisturb')}</h2>
      {isOn && until ? (
        <p className="quiet-now">
          <IconMoon size={18} stroke={1.8} aria-hidden="true" />
          <span>
            <Said
              of="preferences.onUntil"
              with={{ moment: <strong>{momentWords(Date.parse(until))}</strong> }}
            />
          </span>
          <Button size="small" variant="default" onClick={() => void setDoNotDisturb(null)}>
            {say('quiet.endNow')}
          </Button>
        </p>
      ) : (
        <p className="card-lead">{say('preferences.doNotDisturbLead')}</p>
      )}
      <div
        className="choices"
        role="group"
        aria-label={say(isOn ? 'preferences.untilAnotherTime' : 'preferences.turnOn')}
      >
        <Button
          variant="default"
          {...hintsOf(() => ({ doNotDisturb: { until: inOneHour(serverTime()).toISOString() } }))}
          onClick={() => choose(inOneHour(serverTime()))}
        >
          {say('preferences.forOneHour')}
        </Button>
        <Button
          variant="default"
          {...hintsOf(() => ({ doNotDisturb: { until: morning.toISOString() } }))}
          onClick={() => choose(morning)}
        >
          {say('preferences.untilMoment', { moment: momentWords(morning.getTime()) })}
        </Button>
        <Button variant="default" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {say('preferences.untilOther')}
        </Button>
      </div>
      {isChoosing && <DoNotDisturbForm onChoose={choose} />}
    </section>
  );
}

function DoNotDisturbForm({ onChoose }: { onChoose: (at: Date) => void }) {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [openedAt] = useState(() => serverTime());
  const [value, setValue] = useState(() =>
    toInput(new Date(Math.ceil((openedAt + SUGGESTED) / WHOLE) * WHOLE)),
  );
  const zone = useZone();
  const isElsewhere = zone !== undefined && zone !== browserTimeZone();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = chosenTime(value, serverTime());
    if (typeof chosen !== 'string') return onChoose(chosen);
    setProblem(chosen);
    input.current?.focus();
  };
  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <TextInput
        ref={input}
        type="datetime-local"
        label={say('preferences.doNotDisturbUntil')}
        description={
          isElsewhere
            ? say('preferences.sevenDaysBy', { zone: zoneLabel(zone) })
            : say('preferences.sevenDays')
        }
        min={toInput(new Date(openedAt))}
        max={toInput(latestTime(openedAt))}
        value={value}
        error={problem}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Button type="submit">{say('preferences.turnOn')}</Button>
    </form>
  );
}
