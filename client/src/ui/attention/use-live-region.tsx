import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTopLayer } from '../layers/top-layer.ts';

const PAUSE = 150;

type Manners = 'polite' | 'assertive';

/**
 * A live region, polite unless it is asked to interrupt, that is there before it says anything. It is emptied before each text: a screen reader speaks
 * what changes, and the second of two equal texts would be no change. Under a modal sheet nothing is heard, so then it
 * stands in the sheet, and says nothing again that it has said elsewhere.
 */
export function useLiveRegion(manners: Manners = 'polite'): {
  region: ReactNode;
  say: (text: string) => void;
} {
  const layer = useTopLayer();
  const [said, setSaid] = useState({ text: '', layer });
  const place = useRef(layer);
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    place.current = layer;
  }, [layer]);

  const say = useCallback((words: string) => {
    waiting.current.push(words);
    // What comes meanwhile is said with it: whoever goes on talking must not keep it from being heard.
    if (timer.current) return;
    setSaid({ text: '', layer: place.current });
    timer.current = setTimeout(() => {
      timer.current = undefined;
      setSaid({ text: waiting.current.join('. '), layer: place.current });
      waiting.current = [];
    }, PAUSE);
  }, []);

  const region = (
    <div
      {...(manners === 'polite' ? { role: 'status' } : { 'aria-live': manners, 'aria-atomic': true })}
      className="visually-hidden"
    >
      {said.layer === layer && said.text}
    </div>
  );
  return { region: layer ? createPortal(region, layer) : region, say };
}
