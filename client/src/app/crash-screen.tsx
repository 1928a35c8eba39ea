import { Component, type ReactNode } from 'react';
import { useDocumentTitle } from '../ui/page/document-title.ts';
import { useWords } from '../words/use-words.tsx';

type Props = { children: ReactNode };

/** Catches what should not happen, so that a broken page is a sentence and not a blank screen. */
export class CrashScreen extends Component<Props, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <Crash /> : this.props.children;
  }
}

function Crash() {
  const say = useWords();
  useDocumentTitle(say('app.broke'));
  return (
    <main className="starting">
      <div role="alert">
        <h1>{say('app.brokeHere')}</h1>
        <p>{say('app.nothingLost')}</p>
      </div>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {say('app.loadAgain')}
      </button>
    </main>
  );
}
