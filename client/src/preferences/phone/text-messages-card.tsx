import { useEffect, useRef, useState } from 'react';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { useSetPhoneNumberMutation, useSmsCountriesQuery } from '../../generated/phone.ts';
import { errorCode, errorText } from '../../inbox/error-text.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { CodeForm } from './code-form.tsx';
import { InputForm } from './input-form.tsx';
import { RemoveNumber } from './remove-number.tsx';
import { Said, useWords } from '../../words/use-words.tsx';
import { say, spoken } from '../../words/words.ts';

type Phone = Pick<
  PreferencesFieldsFragment,
  'phoneNumber' | 'isPhoneNumberConfirmed' | 'isPhoneNumberStopped'
>;

/** Where text messages go. Nothing where this installation sends none. */
export function TextMessagesCard(phone: Phone) {
  const say = useWords();
  const { data } = useSmsCountriesQuery();
  const countries = data?.smsCountries ?? [];
  const card = useRef<HTMLElement>(null);
  const step = `${phone.phoneNumber} ${phone.isPhoneNumberConfirmed}`;
  const lastStep = useRef(step);
  useEffect(() => {
    if (lastStep.current === step) return;
    lastStep.current = step;
    // What had the focus has gone with the step before.
    if (document.activeElement === document.body)
      (card.current?.querySelector<HTMLElement>('input') ?? card.current)?.focus();
  }, [step]);
  if (countries.length === 0) return null;
  return (
    <section
      ref={card}
      id={PLACES.textMessages}
      className="card place"
      tabIndex={-1}
      aria-labelledby="sms-title"
    >
      <h2 id="sms-title">{say('preferences.smsTitle')}</h2>
      <p className="card-lead">{say('preferences.smsLead')}</p>
      <Number {...phone} countries={countries} />
    </section>
  );
}

function Number({
  phoneNumber,
  isPhoneNumberConfirmed,
  isPhoneNumberStopped,
  countries,
}: Phone & { countries: readonly string[] }) {
  const say = useWords();
  if (phoneNumber === null) return <NumberForm countries={countries} />;
  if (!isPhoneNumberConfirmed) return <CodeForm key={phoneNumber} number={phoneNumber} />;
  return (
    <>
      <p className="phone-number">
        <span>
          <Said of="preferences.smsTo" with={{ number: <strong dir="ltr">{phoneNumber}</strong> }} />
        </span>
        <RemoveNumber words={say('preferences.remove')} />
      </p>
      {isPhoneNumberStopped && <p role="status">{say('preferences.smsStopped')}</p>}
    </>
  );
}

function NumberForm({ countries }: { countries: readonly string[] }) {
  const say = useWords();
  const [number, setNumber] = useState('');
  const [setPhoneNumber, { loading, error, reset }] = useSetPhoneNumberMutation();
  return (
    <InputForm
      button={say('preferences.sendCode')}
      isBusy={loading}
      problem={error && problemWith(error)}
      onSubmit={() => setPhoneNumber({ variables: { number } })}
    >
      {(problem) => (
        <TextInput
          label={say('preferences.mobileNumber')}
          description={inWords(countries)}
          type="tel"
          autoComplete="tel"
          dir="ltr"
          required
          placeholder="+49 151 23456789"
          maxLength={40}
          value={number}
          error={problem}
          onChange={({ currentTarget: { value } }) => {
            setNumber(value);
            if (error) reset();
          }}
        />
      )}
    </InputForm>
  );
}

const MAX_NAMED = 8;

function inWords(countries: readonly string[]): string {
  const count = countries.length;
  if (count > MAX_NAMED) return say('preferences.withCountryCodeOfMany', { count });
  const names = new Intl.DisplayNames(spoken(), { type: 'region' });
  const list = new Intl.ListFormat(spoken(), { type: 'disjunction' });
  const named = list.format(countries.map((country) => names.of(country) ?? country));
  return say('preferences.withCountryCode', { countries: named });
}

const problemWith = (error: unknown): string =>
  errorCode(error) === 'BAD_USER_INPUT' ? say('preferences.notSuchANumber') : errorText(error);
