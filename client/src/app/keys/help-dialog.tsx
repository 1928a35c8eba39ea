import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { PLACES, preferencesPath } from '../../../../server/src/platform/text/places.ts';
import { SHORTCUTS, type Place, type Shortcut } from '../../shortcuts/shortcuts.ts';
import { useSingleKeys } from '../../shortcuts/single-keys.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { ModalDialog } from '../../ui/layers/modal-dialog.tsx';
import { KeyCaps } from './key-caps.tsx';
import './help-dialog.css';

const TITLE = 'Keyboard shortcuts';

const GROUPS: { title: string; places: Place[] }[] = [
  { title: 'On every page', places: ['anywhere'] },
  { title: 'In a list of notifications', places: ['list', 'row'] },
  { title: 'On the notification that has the focus, or whose page is open', places: ['notification'] },
];

/** All shortcuts, from the table that they are handled by. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const areSingleOn = useSingleKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <ModalDialog dialog={dialog} className="key-help" label={TITLE} onClose={onClose}>
      <div className="key-help-body">
        <div className="key-help-head">
          <h2>{TITLE}</h2>
          <IconButton aria-label={`Close: ${TITLE}`} title="Close" onClick={close}>
            <IconX size={18} stroke={1.7} aria-hidden="true" />
          </IconButton>
        </div>
        {!areSingleOn && <p className="key-help-off">Single keys are switched off in this browser.</p>}
        {GROUPS.map(({ title, places }) => (
          <Group
            key={title}
            title={title}
            shortcuts={SHORTCUTS.filter(({ place }) => places.includes(place))}
          />
        ))}
        <p className="hint">
          None of them works while you write.{' '}
          <Link to={preferencesPath(PLACES.thisBrowser)} onClick={close}>
            {areSingleOn ? 'Switch single keys off' : 'Switch single keys on'}
          </Link>
        </p>
      </div>
    </ModalDialog>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <table className="key-help-group">
      <caption>{title}</caption>
      <tbody>
        {shortcuts.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">{does}</th>
            <td>
              {keys.map((one, index) => (
                <span key={one}>
                  {index > 0 && ' or '}
                  <KeyCaps keys={one} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
