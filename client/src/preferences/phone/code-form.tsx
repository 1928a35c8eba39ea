import { useState } from 'react';
import { useConfirmPhoneNumberMutation } from '../../generated/hooks.ts';
import { errorText } from '../../inbox/error-text.ts';
import { TextInput } from '../../ui/fields/text-input.tsx';
import { InputForm } from './input-form.tsx';
import { RemoveNumber } from './remove-number.tsx';

/** The number is its reader's once they have said what came there. */
export function CodeForm({ number }: { number: string }) {
  const [code, setCode] = useState('');
  const [confirm, { loading, error, reset }] = useConfirmPhoneNumberMutation();
  return (
    <>
      <InputForm
        button="Confirm"
        isBusy={loading}
        problem={error && errorText(error)}
        onSubmit={() => confirm({ variables: { code } })}
      >
        {(problem) => (
          <TextInput
            label="Code"
            description={
              <>
                Six digits, which we have sent to <span dir="ltr">{number}</span>. They hold for ten minutes.
              </>
            }
            autoComplete="one-time-code"
            inputMode="numeric"
            pattern="\s*[0-9]{6}\s*"
            title="Six digits"
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
        <span>Nothing came, or not your number?</span>
        <RemoveNumber words="Enter it again" />
      </p>
    </>
  );
}
