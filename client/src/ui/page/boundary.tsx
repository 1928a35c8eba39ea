import { Component, type ReactNode } from 'react';

type Props = {
  children: ReactNode;
  /** Stands in the place of what could not be drawn. */
  fallback: ReactNode;
  /** What is drawn: when it is another, or has changed, drawing it is worth another try. */
  of?: unknown;
  /** Given where the cause can be taken away; then it is tried again at once. */
  onFail?: () => void;
};

type State = { hasFailed: boolean; of: unknown };

/** What fails to draw beneath it costs itself and nothing else. */
export class Boundary extends Component<Props, State> {
  override state: State = { hasFailed: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { hasFailed: false, of };
  }

  override componentDidCatch(): void {
    if (!this.props.onFail) return;
    this.props.onFail();
    this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
