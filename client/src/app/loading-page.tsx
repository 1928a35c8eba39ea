import { Skeleton } from '../ui/page/skeleton.tsx';
import { RowSkeletons } from '../ui/page/states.tsx';
import { useWords } from '../words/use-words.tsx';

/** As tall where it matters as what is about to come, so that nothing moves when it does. */
export function LoadingPage() {
  const say = useWords();
  return (
    <div className="page">
      <div className="page-head">
        <div className="page-head-text">
          <h1>
            <span className="visually-hidden">{say('ui.loading')}</span>
            <Skeleton width="10rem" height="1.2em" />
          </h1>
          <p className="page-lead">
            <Skeleton width="min(20rem, 80%)" height="1lh" />
          </p>
        </div>
      </div>
      <RowSkeletons count={5} />
    </div>
  );
}
