import { BellMark } from '../ui/bell-mark.tsx';

/** Before it is known who is there. */
export function Starting({ isUnreachable = false }: { isUnreachable?: boolean }) {
  return (
    <main className="starting">
      <BellMark size={52} />
      <h1 className="visually-hidden">Carillon</h1>
      <p role="status">
        {isUnreachable ? (
          'The server cannot be reached. Trying again…'
        ) : (
          <span className="visually-hidden">Loading</span>
        )}
      </p>
    </main>
  );
}
