import { Component, type ReactNode } from 'react';

type Props = { children: ReactNode };

/** Catches what should not happen, so that a broken page is a sentence and not a blank screen. */
export class CrashScreen extends Component<Props, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <main className="starting" role="alert">
        <p>Something broke on this page. Nothing that you saved is lost.</p>
        <button type="button" className="link-button" onClick={() => window.location.reload()}>
          Load it again
        </button>
      </main>
    );
  }
}
