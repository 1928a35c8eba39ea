import { ApolloProvider } from '@apollo/client/react';
import { IconCompass } from '@tabler/icons-react';
import { Suspense, useCallback } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { ApplicationsDocument } from '../generated/applications.ts';
import { SubjectInView } from '../inbox/subjects/subject-in-view.tsx';
import type { Subject } from '../inbox/subjects/subject.ts';
import { RowMuting } from '../notifications/row/muting.ts';
import { MuteButton } from '../preferences/muting/mute-button.tsx';
import { MuteKey } from '../preferences/muting/mute-key.tsx';
import { MuteMenuItem } from '../preferences/muting/mute-menu-item.tsx';
import { returnPath } from '../session/return-path.ts';
import { SignedInProvider } from '../session/session-context.tsx';
import type { SignedIn as SignedInState } from '../session/session.ts';
import { NativeSoftPrompt } from '../settings/native-soft-prompt.tsx';
import { DraftOwnerProvider } from '../ui/fields/drafts.tsx';
import { StatePage } from '../ui/page/states.tsx';
import { UndoToast } from '../notifications/list/undo-toast.tsx';
import { FailureToasts } from './failure-toasts.tsx';
import { NotificationPanes } from './notification-panes.tsx';
import { Keys } from './keys/keys.tsx';
import {
  ApplicationPage,
  ApplicationsPage,
  LiveChanges,
  NewApplicationPage,
  NotificationPage,
  Preferences,
} from './pages.ts';
import { Shell } from './shell.tsx';
import { PLACES, preferencesPath } from '../../../server/src/platform/text/places.ts';
import { useWords } from '../words/use-words.tsx';

/** Everything behind the sign-in page. A new session gets a new client, and with it everything below mounts anew. */
export function SignedIn({ session }: { session: SignedInState }) {
  const { client } = session;
  // News about an application may mean one more in a list that is open.
  const refreshApplications = useCallback(() => {
    void client.apollo.refetchQueries({ include: [ApplicationsDocument] }).catch(() => undefined);
  }, [client]);
  return (
    <SignedInProvider value={session}>
      <ApolloProvider client={client.apollo}>
        <FailureToasts />
        <UndoToast />
        <Keys />
        <Suspense fallback={null}>
          <LiveChanges client={client} onArrivals={refreshApplications} />
        </Suspense>
        <DraftOwnerProvider value={session.viewer.id}>
          <RowMuting.Provider value={mutingInRow}>
            <Pages session={session} />
          </RowMuting.Provider>
        </DraftOwnerProvider>
      </ApolloProvider>
    </SignedInProvider>
  );
}

function Pages({ session: { viewer, client } }: { session: SignedInState }) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const onSubmitted = (id: string) => void navigate(`/applications/${id}`, { state: { wasSubmitted: true } });
  return (
    <Routes>
      <Route element={<Shell client={client} />}>
        <Route index element={<Navigate to="/applications" replace />} />
        <Route path="/sign-in" element={<Navigate to={returnPath(search)} replace />} />
        <Route path="/applications" element={<ApplicationsPage viewer={viewer} />} />
        <Route path="/applications/new" element={<NewApplicationPage onSubmitted={onSubmitted} />} />
        <Route path="/applications/:id" element={<ApplicationWithPrompt viewerId={viewer.id} />} />
        <Route path="/notifications" element={<NotificationPanes />}>
          <Route path=":id" element={<NotificationPage muting={muting} />} />
        </Route>
        <Route path="/preferences" element={<Preferences />} />
        <Route path="/settings" element={<Navigate to={preferencesPath(PLACES.thisBrowser)} replace />} />
        <Route path="*" element={<NoSuchPage />} />
      </Route>
    </Routes>
  );
}

const opened = ({ id }: { id: string }) => <SubjectInView type="application" id={id} />;
const muting = (subject: Subject) => <MuteButton subject={subject} />;
const mutingInRow = {
  inMenu: (subject: Subject) => <MuteMenuItem subject={subject} />,
  byKey: (subject: Subject) => <MuteKey subject={subject} />,
};
const mutingApplication = ({ id, title }: { id: string; title: string }) =>
  muting({ type: 'application', subjectId: id, label: title, url: `/applications/${id}` });

function ApplicationWithPrompt({ viewerId }: { viewerId: string }) {
  const { state } = useLocation() as { state: { wasSubmitted?: boolean } | null };
  return (
    <>
      {state?.wasSubmitted && <NativeSoftPrompt />}
      <ApplicationPage viewerId={viewerId} muting={mutingApplication} opened={opened} />
    </>
  );
}

function NoSuchPage() {
  const say = useWords();
  return (
    <StatePage icon={<IconCompass size={28} stroke={1.5} />} title={say('app.noSuchPage')}>
      {say('app.mistyped')}
    </StatePage>
  );
}
