import { useEffect, useRef, useState } from 'react';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';
import { useSetPhoneNumberMutation, useSmsCountriesQuery } from '../../generated/hooks.ts';
import { errorText } from '../../inbox/error-text.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { CodeForm } from './code-form.tsx';
import { InputForm } from './input-form.tsx';
import { RemoveNumber } from './remove-number.tsx';

type Phone = Pick<
  PreferencesFieldsFragment,
  'phoneNumber' | 'isPhoneNumberConfirmed' | 'isPhoneNumberStopped'
>;

/** Where text messages go. Nothing where this installation sends none. */
export function TextMessagesCard(phone: Phone) {
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
      <h2 id="sms-title">Text messages</h2>
      <p className="card-lead">
        What you choose above to get as SMS goes to your mobile phone when it is still unread after a while.
      </p>
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
  if (phoneNumber === null) return <NumberForm countries={countries} />;
  if (!isPhoneNumberConfirmed) return <CodeForm key={phoneNumber} number={phoneNumber} />;
  return (
    <>
      <p className="phone-number">
        <span>
          To <strong dir="ltr">{phoneNumber}</strong>
        </span>
        <RemoveNumber />
      </p>
      {isPhoneNumberStopped && (
        <p role="status">
          STOP was answered from this number, so nothing is sent to it. Answer START from it to get text
          messages again.
        </p>
      )}
    </>
  );
}

function NumberForm({ countries }: { countries: readonly string[] }) {
  const [number, setNumber] = useState('');
  const [setPhoneNumber, { loading, error, reset }] = useSetPhoneNumberMutation();
  return (
    <InputForm
      button="Send me a code"
      isBusy={loading}
      problem={error && errorText(error)}
      onSubmit={() => setPhoneNumber({ variables: { number } })}
    >
      {(problem) => (
        <TextInput
          label="Mobile number"
          description={`With the code of its country, of ${inWords(countries)}.`}
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

const names = new Intl.DisplayNames('en', { type: 'region' });
const list = new Intl.ListFormat('en', { type: 'disjunction' });
const MAX_NAMED = 8;

const inWords = (countries: readonly string[]): string =>
  countries.length > MAX_NAMED
    ? `${countries.length} countries`
    : list.format(countries.map((country) => names.of(country) ?? country));
