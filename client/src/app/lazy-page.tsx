import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { UnloadedPage } from './unloaded-page.tsx';

/** The code of a page did not come: the line is down, or a newer version of us has taken its place. */
class PageNotLoaded extends Error {}

/** A page whose code is fetched when it is first shown, or earlier by `preload`. */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>) {
  const loadPage = () =>
    load().then(
      (page) => ({ default: page }),
      (cause: unknown) => {
        throw new PageNotLoaded('The code of the page did not come', { cause });
      },
    );
  // Should it fail, whoever shows the page is told.
  const preload = () => void load().catch(() => undefined);
  return Object.assign(lazy(loadPage), { preload });
}

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
    if (failure instanceof PageNotLoaded) return <UnloadedPage />;
    // What breaks for another reason is not ours to explain.
    if (failure) throw failure;
    return <Suspense fallback={this.props.waiting}>{this.props.children}</Suspense>;
  }
}
