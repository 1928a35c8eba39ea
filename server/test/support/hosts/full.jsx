// A host like many: strict, with an Apollo client and a router of its own.
import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import {
  CarillonProvider,
  Inbox,
  NotificationBell,
  Preferences,
  Toasts,
  useNotifications,
  usePreferences,
  useUnreadCount,
} from 'carillon-react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { of } from 'rxjs';

const link = new ApolloLink(() => of({ data: { greeting: 'from the host' } }));
const client = new ApolloClient({ cache: new InMemoryCache(), link });
const getToken = () => fetch('/token').then((response) => response.json().then(({ token }) => token));

function Own() {
  const { data } = useQuery(gql`
    {
      greeting
    }
  `);
  const { notifications } = useNotifications();
  return (
    <>
      <p>Host’s own client: {data?.greeting}</p>
      <p>Unread: {useUnreadCount()}</p>
      <p>By the hook: {notifications.map(({ title }) => title).join(', ')}</p>
    </>
  );
}

function Wishes() {
  const { preferences, setQuietHours, setTimeZone } = usePreferences();
  const [saved, setSaved] = useState();
  const tell = (isSaved) => setSaved(String(isSaved));
  const rest = () => void setQuietHours({ from: '22:00', until: '07:00' }).then(tell);
  const leave = () => void setTimeZone('Nowhere/At_all').then(tell);
  return (
    <>
      <button onClick={rest}>Quiet at night</button>
      <button onClick={leave}>Live nowhere</button>
      <p>
        By the other hook: quiet on {preferences?.quietWeek.length}, saved: {saved}, off:{' '}
        {
          preferences?.categories.filter(({ channels }) => channels.some(({ isDefault }) => !isDefault))
            .length
        }
      </p>
    </>
  );
}

const words = {
  'notification.unreadCount': '{count, plural, one {# letter} other {# letters}}',
  'notification.markAllRead': 'Told {nobody}',
};
const icons = { bell: <svg className="own-icon" viewBox="0 0 1 1" /> };

/** In the host's own styles, with what its own client asks. */
function Letter({ title, onFile }) {
  const { data } = useQuery(gql`
    {
      greeting
    }
  `);
  if (title === 'Torn') throw new Error('The host cannot draw it');
  return (
    <div className="letter">
      {title}, {data?.greeting} <button onClick={onFile}>File {title}</button>
    </div>
  );
}

const drawing = {
  renderRow: ({ title }, acts) => <Letter title={title} onFile={() => acts.archive()} />,
  renderHeader: ({ unreadCount }) => <>Letters: {unreadCount}</>,
  renderActions: ({ markAllAsRead }) => <button onClick={() => markAllAsRead()}>All letters read</button>,
};

function Host() {
  const [path, setPath] = useState('');
  return (
    <ApolloProvider client={client}>
      <CarillonProvider
        url="http://localhost:4000"
        getToken={getToken}
        navigate={setPath}
        theme="dark"
        words={words}
        icons={icons}
      >
        <NotificationBell className="host-bell" {...drawing} />
        <Own />
        <p>The host’s router went to {path}</p>
        <Wishes />
        <Inbox />
        <Preferences />
        <Toasts />
      </CarillonProvider>
    </ApolloProvider>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Host />
  </StrictMode>,
);
