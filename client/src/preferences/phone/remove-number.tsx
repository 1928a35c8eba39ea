import { useSetPhoneNumberMutation } from '../../generated/phone.ts';
import { errorText } from '../../inbox/error-text.ts';
import { Button } from '../../ui/buttons/button.tsx';

export function RemoveNumber({ words }: { words: string }) {
  const [setPhoneNumber, { loading, error }] = useSetPhoneNumberMutation();
  return (
    <>
      <Button
        variant="subtle"
        size="small"
        disabled={loading}
        onClick={() => void setPhoneNumber({ variables: { number: null } }).catch(() => undefined)}
      >
        {words}
      </Button>
      {error && <span role="alert">{errorText(error)}</span>}
    </>
  );
}
