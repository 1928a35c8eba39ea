import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import './load-more.css';

type Props = { isLoading: boolean; onLoadMore: () => void };

const AHEAD = '400px';

/** Loads on by itself when it comes near the screen, and stays a button for everybody who does not scroll. */
export function LoadMore({ isLoading, onLoadMore }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isLoading || !place.current || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onLoadMore(),
      { rootMargin: AHEAD },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isLoading, onLoadMore]);
  return (
    <div ref={place} className="load-more">
      <Button variant="default" loading={isLoading} onClick={onLoadMore}>
        Load more
      </Button>
    </div>
  );
}
