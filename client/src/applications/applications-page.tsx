import { IconCloudOff, IconFileText, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { errorText } from '../inbox/error-text.ts';
import { useIsLineLost } from '../inbox/follow/use-is-line-lost.ts';
import type { ApplicationStatus, Role } from '../generated/graphql.ts';
import { useApplicationsQuery } from '../generated/applications.ts';
import { ButtonLink } from '../ui/buttons/button.tsx';
import { FilterTabs } from '../ui/buttons/filter-tabs.tsx';
import { LoadMore } from '../ui/buttons/load-more.tsx';
import { NewPill } from '../ui/buttons/new-pill.tsx';
import { Page } from '../ui/page/page.tsx';
import { LoadFailure, OUT_OF_DATE, RowSkeletons, StateMessage } from '../ui/page/states.tsx';
import { toastFailure } from '../ui/layers/toast.ts';
import { useHeldTop } from '../ui/attention/use-held-top.ts';
import { ApplicationRow } from './application-row.tsx';
import { useWords } from '../words/use-words.tsx';
import type { PlainKey } from '../words/words.ts';
import './applications.css';

const PAGE_SIZE = 20;
const VIEWS: { name: string; label: PlainKey; status?: ApplicationStatus }[] = [
  { name: '', label: 'application.anyStatus' },
  { name: 'submitted', label: 'application.SUBMITTED', status: 'SUBMITTED' },
  { name: 'approved', label: 'application.APPROVED', status: 'APPROVED' },
  { name: 'rejected', label: 'application.REJECTED', status: 'REJECTED' },
];

export function ApplicationsPage({ viewer }: { viewer: { id: string; role: Role } }) {
  const say = useWords();
  const [params] = useSearchParams();
  const view = VIEWS.find(({ name }) => name === params.get('status')) ?? VIEWS[0];
  const isCandidate = viewer.role === 'CANDIDATE';
  return (
    <Page
      title={say('application.many')}
      lead={say(isCandidate ? 'application.mine' : 'application.forMe')}
      actions={isCandidate && <NewApplicationButton />}
    >
      <FilterTabs
        label={say('application.show')}
        tabs={VIEWS.map(({ name, label }) => ({
          label: say(label),
          to: name ? `?status=${name}` : '?',
          isCurrent: name === view?.name,
        }))}
      />
      <ApplicationList key={view?.name} status={view?.status} viewer={viewer} />
    </Page>
  );
}

function NewApplicationButton() {
  const say = useWords();
  return (
    <ButtonLink to="/applications/new" icon={<IconPlus size={16} aria-hidden="true" />}>
      {say('application.new')}
    </ButtonLink>
  );
}

type ListProps = { status: ApplicationStatus | undefined; viewer: { id: string; role: Role } };

function ApplicationList({ status, viewer }: ListProps) {
  const say = useWords();
  const { data, error, loading, refetch, fetchMore } = useApplicationsQuery({
    variables: { first: PAGE_SIZE, ...(status && { status }) },
    // Other people change these; what is known shows at once, what is new follows.
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const connection = data?.applications;
  const after = connection?.pageInfo.endCursor;
  const loadMore = useCallback(async () => {
    try {
      await fetchMore({ variables: { after } });
      return true;
    } catch (failure) {
      toastFailure(say('application.couldNotLoadMore'), errorText(failure));
      return false;
    }
  }, [fetchMore, after, say]);
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const rows = useMemo(() => connection?.edges.map(({ node }) => node) ?? [], [connection]);
  const { shown, heldCount, attention, release } = useHeldTop(rows);

  if (!connection) {
    if (!error) return <RowSkeletons count={5} />;
    return <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />;
  }
  if (connection.edges.length === 0)
    return <NoApplications isFiltered={Boolean(status)} role={viewer.role} />;
  return (
    <>
      {heldCount > 0 && <NewPill count={heldCount} onShow={release} />}
      <ul className="app-list" {...attention}>
        {shown.map((application) => (
          <ApplicationRow key={application.id} application={application} viewerId={viewer.id} />
        ))}
      </ul>
      {connection.pageInfo.hasNextPage && <LoadMore isLoading={loading} onLoadMore={loadMore} />}
    </>
  );
}

function NoApplications({ isFiltered, role }: { isFiltered: boolean; role: Role }) {
  const say = useWords();
  const isLineLost = useIsLineLost();
  const icon = <IconFileText size={28} stroke={1.5} />;
  if (isLineLost) {
    return (
      <StateMessage icon={icon} title={say('application.nothingHere')}>
        {OUT_OF_DATE}
      </StateMessage>
    );
  }
  if (isFiltered) return <StateMessage icon={icon} title={say('application.noneWithStatus')} />;
  if (role !== 'CANDIDATE') {
    return (
      <StateMessage icon={icon} title={say('application.nothingToReview')}>
        {say('application.ringsOnSubmit')}
      </StateMessage>
    );
  }
  return (
    <StateMessage icon={icon} title={say('application.noneYet')} action={<NewApplicationButton />}>
      {say('application.submitFirst')}
    </StateMessage>
  );
}
