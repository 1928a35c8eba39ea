import { useState } from 'react';
import { useConfirmPhoneNumberMutation } from '../../generated/phone.ts';
import { errorCode, errorText } from '../../inbox/error-text.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { InputForm } from './input-form.tsx';
import { RemoveNumber } from './remove-number.tsx';
import { Said, useWords } from '../../words/use-words.tsx';
import { say } from '../../words/words.ts';

const problemWith = (error: unknown): string =>
  errorCode(error) === 'BAD_USER_INPUT' ? say('preferences.notTheCode') : errorText(error);

/** The number is its reader's once they have said what came there. */
export function CodeForm({ number }: { number: string }) {
  const say = useWords();
  const [code, setCode] = useState('');
  const [confirm, { loading, error, reset }] = useConfirmPhoneNumberMutation();
  return (
    <>
      <InputForm
        button={say('preferences.confirm')}
        isBusy={loading}
        problem={error && problemWith(error)}
        onSubmit={() => confirm({ variables: { code } })}
      >
        {(problem) => (
          <TextInput
            label={say('preferences.code')}
            description={
              <Said of="preferences.codeSent" with={{ number: <span dir="ltr">{number}</span> }} />
            }
            autoComplete="one-time-code"
            inputMode="numeric"
            pattern="\s*[0-9]{6}\s*"
            title={say('preferences.sixDigits')}
            dir="ltr"
            required
            maxLength={12}
            value={code}
            error={problem}
            onChange={({ currentTarget: { value } }) => {
              setCode(value);
              if (error) reset();
            }}
          />
        )}
      </InputForm>
      <p className="phone-number">
        <span>{say('preferences.notTheNumber')}</span>
        <RemoveNumber words={say('preferences.enterAgain')} />
      </p>
    </>
  );
}
