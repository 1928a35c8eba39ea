import { useWords } from '../../words/use-words.tsx';

/** A name as it is written, whichever way; a word for it where its owner was erased. */
export function PersonName({ name }: { name: string }) {
  const say = useWords();
  return <bdi>{name || say('ui.nameless')}</bdi>;
}
