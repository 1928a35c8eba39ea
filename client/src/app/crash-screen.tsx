import { Component, type ReactNode } from 'react';
import { useDocumentTitle } from '../ui/page/document-title.ts';

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
  useDocumentTitle('Something broke');
  return (
    <main className="starting">
      <div role="alert">
        <h1>Something broke on this page</h1>
        <p>Nothing that you saved is lost.</p>
      </div>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        Load it again
      </button>
    </main>
  );
}
