import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { useWords } from '../../words/use-words.tsx';
import './load-more.css';

type Props = {
  isLoading: boolean;
  /** Never rejects; tells whether it worked. */
  onLoadMore: () => Promise<boolean>;
};

const AHEAD = '400px';
const REST = 15_000;

/**
 * Loads on by itself when it comes near the screen, and stays a button for everybody who does not scroll. After a
 * failure it rests, until there is a reason to try again.
 */
export function LoadMore({ isLoading, onLoadMore }: Props) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [isResting, setResting] = useState(false);
  const load = useCallback(async () => setResting(!(await onLoadMore())), [onLoadMore]);
  useEffect(() => {
    if (isLoading || isResting || !place.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => void (entries.some(({ isIntersecting }) => isIntersecting) && load()),
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isLoading, isResting, load]);
  useEffect(() => {
    if (!isResting) return;
    const resume = () => setResting(false);
    const timer = setTimeout(resume, REST);
    window.addEventListener('online', resume);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', resume);
    };
  }, [isResting]);
  return (
    <div ref={place} className="load-more">
      <Button variant="default" loading={isLoading} onClick={() => void load()}>
        {say('ui.loadMore')}
      </Button>
    </div>
  );
}
