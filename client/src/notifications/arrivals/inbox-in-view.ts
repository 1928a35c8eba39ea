import { useEffect } from 'react';
import { useIsPageLookedAt } from '../../browser/tab-visibility.ts';
import { doesAnyTakePart, takePart } from '../../browser/turns.ts';

const IN_VIEW = 'carillon-inbox-in-view';

/** Where tabs cannot know of each other, each knows of itself. */
let shownHere = 0;

/** What arrives can be seen in what stands here, while the reader looks at this tab. */
export function useInboxInView(isShown: boolean): void {
  const isLookedAt = useIsPageLookedAt();
  const isInView = isShown && isLookedAt;
  useEffect(() => {
    if (!isInView) return;
    shownHere++;
    const leave = takePart(IN_VIEW);
    return () => {
      shownHere--;
      leave();
    };
  }, [isInView]);
}

/** Whether the reader looks at their inbox, in this tab or another one of their browser. */
export const isInboxInView = async (): Promise<boolean> => shownHere > 0 || doesAnyTakePart(IN_VIEW);
