import { IconArrowUp } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './button.tsx';
import { useWords } from '../../words/use-words.tsx';
import './new-pill.css';

/** What has arrived and waits for the reader to want it. Stands just before its list. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  const say = useWords();
  const show = ({ currentTarget }: MouseEvent) => {
    const list = currentTarget.parentElement?.nextElementSibling;
    flushSync(onShow);
    // The pill has gone with what it announced: on to the first of them.
    list?.querySelector<HTMLElement>('article, a')?.focus({ preventScroll: true });
  };
  return (
    <div className="new-pill" part="new">
      <Button size="small" icon={<IconArrowUp size={15} aria-hidden="true" />} onClick={show}>
        {say('ui.newCount', { count })}
      </Button>
    </div>
  );
}
