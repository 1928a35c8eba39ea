import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { CommandName } from '../../../shortcuts/shortcuts.ts';
import { shortcutOf } from '../../../shortcuts/shortcuts.ts';
import { strokeOf } from '../../../shortcuts/stroke.ts';
import { IconButton } from '../../../ui/buttons/icon-button.tsx';
import { ModalDialog } from '../../../ui/layers/modal-dialog.tsx';
import { KeyCaps } from '../key-caps.tsx';
import { bestOf } from './fuzzy.ts';
import { useWords } from '../../../words/use-words.tsx';
import './palette.css';

export type Choice = {
  label: string;
  /** What it is about: stands beside it, and can be written as well. */
  group: string;
  /** Other words by which it may be looked for. */
  words?: string;
  /** What does the same by a key. */
  command?: CommandName;
  run: () => void;
};

type Props = {
  choices: Choice[];
  /** The last choice, whatever is written. */
  choiceFor: (written: string) => Choice;
  onClose: () => void;
};

/** A box to write in and the choices that have what is written, by ARIA's pattern of a combobox with a list. */
export function Palette({ onClose, ...choosing }: Props) {
  const say = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const choose = ({ run }: Choice) => {
    // First, so that the focus is where it was when it is done.
    close();
    run();
  };
  return (
    <ModalDialog dialog={dialog} className="palette" label={say('keys.palette')} onClose={onClose}>
      <Chooser {...choosing} onLeave={close} onChoose={choose} />
    </ModalDialog>
  );
}

type ChooserProps = Omit<Props, 'onClose'> & { onChoose: (choice: Choice) => void; onLeave: () => void };

function Chooser({ choices, choiceFor, onChoose, onLeave }: ChooserProps) {
  const say = useWords();
  const id = useId();
  const [written, setWritten] = useState('');
  const [index, setIndex] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const wanted = written.trim();
  const found = bestOf(wanted, choices, ({ label, group, words = '' }) => `${label} ${group} ${words}`);
  const shown = wanted === '' ? found : [...found, choiceFor(wanted)];
  const at = Math.min(index, shown.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') setIndex((at + 1) % shown.length);
    else if (key === 'ArrowUp') setIndex((at - 1 + shown.length) % shown.length);
    else if (key === 'Enter' && shown[at]) onChoose(shown[at]);
    // What has opened it closes it.
    else if (strokeOf(event.nativeEvent) === 'Mod+k') onLeave();
    else return;
    event.preventDefault();
  };
  const close = say('notification.close');
  return (
    <>
      <div className="palette-head">
        <IconSearch size={18} stroke={1.8} aria-hidden="true" />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={say('shortcut.palette')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={`${id}-${at}`}
          placeholder={say('shortcut.palette')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={200}
          value={written}
          onChange={(event) => {
            setWritten(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton
          aria-label={close}
          title={say('notification.withKey', { label: close, key: say('key.esc') })}
          onClick={onLeave}
        >
          <IconX size={18} stroke={1.7} aria-hidden="true" />
        </IconButton>
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={say('keys.choices')} className="palette-list">
        {shown.map((choice, place) => (
          <Option
            key={`${choice.group} ${choice.label}`}
            id={`${id}-${place}`}
            choice={choice}
            isActive={place === at}
            onPoint={() => setIndex(place)}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </ul>
      <div role="status" className="visually-hidden">
        {wanted !== '' && say('search.found', { count: found.length })}
      </div>
    </>
  );
}

type OptionProps = {
  id: string;
  choice: Choice;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, choice: { label, group, command }, isActive, onPoint, onChoose }: OptionProps) {
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <li
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      className="palette-option"
      // The focus stays in the box.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className="palette-label" dir="auto">
        {label}
      </span>
      <span className="palette-group">
        <span className="visually-hidden">, </span>
        {group}
      </span>
      {command && (
        <span className="palette-keys" aria-hidden="true">
          <KeyCaps keys={shortcutOf(command).keys[0]} />
        </span>
      )}
    </li>
  );
}
