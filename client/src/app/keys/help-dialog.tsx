import { IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { PageLink } from '../../ui/words/page-link.tsx';
import { PLACES, preferencesPath } from '../../../../server/src/platform/text/places.ts';
import { SHORTCUTS, type Place, type Shortcut } from '../../shortcuts/shortcuts.ts';
import { useSingleKeys } from '../../shortcuts/single-keys.ts';
import { IconButton } from '../../ui/buttons/icon-button.tsx';
import { ModalDialog } from '../../ui/layers/modal-dialog.tsx';
import { KeyCaps } from './key-caps.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { PlainKey } from '../../words/words.ts';
import './help-dialog.css';

const GROUPS: { title: PlainKey; places: Place[] }[] = [
  { title: 'keys.everywhere', places: ['anywhere'] },
  { title: 'keys.inList', places: ['list', 'row'] },
  { title: 'keys.onNotification', places: ['notification'] },
];

/** All shortcuts, from the table that they are handled by. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const areSingleOn = useSingleKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = () => dialog.current?.close();
  const heading = say('keys.title');
  const close = say('notification.close');
  return (
    <ModalDialog dialog={dialog} className="key-help" label={heading} onClose={onClose}>
      <div className="key-help-body">
        <div className="key-help-head">
          <h2>{heading}</h2>
          <IconButton
            aria-label={say('notification.doAbout', { action: close, title: heading })}
            title={close}
            onClick={leave}
          >
            <IconX size={18} stroke={1.7} aria-hidden="true" />
          </IconButton>
        </div>
        {!areSingleOn && <p className="key-help-off">{say('keys.areOff')}</p>}
        {GROUPS.map(({ title, places }) => (
          <Group
            key={title}
            title={say(title)}
            shortcuts={SHORTCUTS.filter(({ place }) => places.includes(place))}
          />
        ))}
        <p className="hint">
          {say('keys.notWhileWriting')}{' '}
          <PageLink to={preferencesPath(PLACES.thisBrowser)} onClick={leave}>
            {say(areSingleOn ? 'keys.switchOff' : 'keys.switchOn')}
          </PageLink>
        </p>
      </div>
    </ModalDialog>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  const say = useWords();
  return (
    <table className="key-help-group">
      <caption>{title}</caption>
      <tbody>
        {shortcuts.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">{say(does)}</th>
            <td>
              {keys.map((one, index) => (
                <span key={one}>
                  {index > 0 && ` ${say('key.or')} `}
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
