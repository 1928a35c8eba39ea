import { strokeWords } from '../../shortcuts/key-words.ts';
import './key-caps.css';

/** The keys of a shortcut, as they are pressed. */
export function KeyCaps({ keys }: { keys: string }) {
  return strokeWords(keys).map((stroke, index) => (
    <span key={index}>
      {index > 0 && ' then '}
      <kbd className="key-cap" dir="ltr">
        {stroke}
      </kbd>
    </span>
  ));
}
