import { Component, Suspense, type ReactNode } from 'react';
import { PartNotLoaded } from '../ui/page/lazy-part.ts';
import { UnloadedPage } from './unloaded-page.tsx';

type Props = {
  /** Where it is; whatever failed elsewhere is no matter here. */
  place: string;
  waiting: ReactNode;
  children: ReactNode;
};
type State = { failure: Error | null; failedAt: string };

/** Stands for a page while its code is on its way, and says so if it does not come; other places go on as they are. */
export class PageArrival extends Component<Props, State> {
  override state: State = { failure: null, failedAt: '' };

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  static getDerivedStateFromProps({ place }: Props, { failure, failedAt }: State): State {
    if (!failure) return { failure, failedAt: place };
    return place === failedAt ? { failure, failedAt } : { failure: null, failedAt: place };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure instanceof PartNotLoaded) return <UnloadedPage />;
    // What breaks for another reason is not ours to explain.
    if (failure) throw failure;
    return <Suspense fallback={this.props.waiting}>{this.props.children}</Suspense>;
  }
}
