import { IconHistory } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { Popover } from '../../ui/layers/popover.tsx';
import { lazyPart } from '../../ui/page/lazy-part.ts';
import { RowSkeletons } from '../../ui/page/states.tsx';
import { useWords } from '../../words/use-words.tsx';
import { withWords } from '../../words/load.ts';

const RecentActs = lazyPart(() =>
  withWords('acts', import('./recent-acts.tsx')).then((module) => module.RecentActs),
);

/** What its reader did in the last ten minutes, on any device, and the way back from each. */
export function RecentChanges() {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button
      variant="default"
      icon={<IconHistory size={17} aria-hidden="true" />}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onPointerEnter={RecentActs.preload}
      onClick={() => setOpen(!isOpen)}
    >
      <span className="list-act">{say('notification.recentChanges')}</span>
    </Button>
  );
  return (
    <Popover
      label={say('notification.recentChanges')}
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      button={button}
    >
      <Suspense fallback={<RowSkeletons count={2} />}>
        <RecentActs />
      </Suspense>
    </Popover>
  );
}
