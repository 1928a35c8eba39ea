import { BellMark } from '../ui/bell-mark.tsx';
import { useWords } from '../words/use-words.tsx';

/** Before it is known who is there. */
export function Starting({ isUnreachable = false }: { isUnreachable?: boolean }) {
  const say = useWords();
  return (
    <main className="starting">
      <BellMark size={52} />
      <h1 className="visually-hidden">Carillon</h1>
      <p role="status">
        {isUnreachable ? (
          say('app.unreachable')
        ) : (
          <span className="visually-hidden">{say('ui.loading')}</span>
        )}
      </p>
    </main>
  );
}
