import { useWords } from '../words/use-words.tsx';
import './count-mark.css';

type Props = { count: number; isInWords?: boolean };

/** How many events one row stands for. */
export function CountMark({ count, isInWords = false }: Props) {
  const say = useWords();
  const words = say('notification.events', { count });
  if (isInWords) return <span className="count-mark">{words}</span>;
  return (
    <span className="count-mark" title={words}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}
