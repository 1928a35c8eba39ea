import { strokeWords } from '../../shortcuts/key-words.ts';
import { useWords } from '../../words/use-words.tsx';
import './key-caps.css';

/** The keys of a shortcut, as they are pressed. */
export function KeyCaps({ keys }: { keys: string }) {
  const say = useWords();
  return strokeWords(keys).map((stroke, index) => (
    <span key={index}>
      {index > 0 && ` ${say('key.then')} `}
      <kbd className="key-cap" dir="ltr">
        {stroke}
      </kbd>
    </span>
  ));
}
