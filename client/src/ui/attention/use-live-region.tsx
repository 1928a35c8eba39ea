import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';

const PAUSE = 150;

/**
 * A polite live region that is there before it says anything. It is emptied before each text: a screen reader speaks
 * what changes, and the second of two equal texts would be no change.
 */
export function useLiveRegion(): { region: ReactNode; say: (text: string) => void } {
  const [text, setText] = useState('');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = useCallback((words: string) => {
    waiting.current.push(words);
    setText('');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setText(waiting.current.join('. '));
      waiting.current = [];
    }, PAUSE);
  }, []);

  const region = (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
  return { region, say };
}
