import { Button } from '../ui/buttons/button.tsx';
import { turnNativeOff, turnNativeOn, useNativeState } from '../browser/native-permission.ts';

/** Off until the reader asks for it here: the browser's own question comes only from this click. */
export function NativeSetting() {
  switch (useNativeState()) {
    case 'unsupported':
      return <p>This browser cannot show notifications here. The bell works all the same.</p>;
    case 'denied':
      return (
        <>
          <p>
            <strong>Blocked by this browser.</strong> To allow them, open the site settings beside the address
            bar, set Notifications to “Allow”, and come back to this page.
          </p>
          <p className="hint">We cannot ask again until you do.</p>
        </>
      );
    case 'on':
      return (
        <>
          <p>On. You are told when no tab of Carillon is in view.</p>
          <Button variant="default" onClick={turnNativeOff}>
            Turn off
          </Button>
        </>
      );
    case 'ask':
    case 'off':
      return (
        <>
          <p>
            Be told about decisions while you look at something else. Shown only when no tab of Carillon is in
            view.
          </p>
          <Button onClick={() => void turnNativeOn()}>Turn on</Button>
        </>
      );
  }
}
