import { Button } from '../ui/buttons/button.tsx';
import { turnNativeOff, useNativeState } from '../browser/native-permission.ts';
import { askForNative } from './ask-for-native.ts';
import { Said, useWords } from '../words/use-words.tsx';

/** Off until the reader asks for it here: the browser's own question comes only from this click. */
export function NativeSetting() {
  const say = useWords();
  switch (useNativeState()) {
    case 'unsupported':
      return <p>{say('settings.nativeUnsupported')}</p>;
    case 'denied':
      return (
        <>
          <p>
            <Said of="settings.nativeBlocked" with={{ b: (words) => <strong>{words}</strong> }} />
          </p>
          <p className="hint">{say('settings.nativeCannotAsk')}</p>
        </>
      );
    case 'on':
      return (
        <>
          <p>{say('settings.nativeOn')}</p>
          <Button variant="default" onClick={turnNativeOff}>
            {say('settings.turnOff')}
          </Button>
        </>
      );
    case 'ask':
    case 'off':
      return (
        <>
          <p>{say('settings.nativeOff')}</p>
          <Button onClick={askForNative}>{say('settings.turnOn')}</Button>
        </>
      );
  }
}
