import '../../test/browser.ts';
import { beforeEach, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../test/render.tsx';
import { NotificationsPage } from '../notifications/page/notifications-page.tsx';
import { askAgainWhenBack } from './ask-again.ts';

let inbox: FakeInbox;
beforeEach(() => {
  inbox = new FakeInbox();
});

// Of the inbox itself; what is pinned is a list of its own.
const listed = () =>
  inbox.operations('Notifications').filter(({ filter }) => !(filter as { isPinned?: boolean }).isPinned);

it('what failed while the line was down is there as soon as it is back, without a click', async () => {
  inbox.add({ title: 'There' });
  inbox.fail('Notifications', 'SERVICE_UNAVAILABLE');
  const client = sessionClient(inbox);
  const stop = askAgainWhenBack(client);
  renderWith(client, <NotificationsPage />, '/notifications');
  await screen.findByRole('alert');
  inbox.fail('Notifications', undefined);
  const asked = listed().length;
  act(() => client.connection.set('live'));
  expect(await screen.findByText('There')).toBeInTheDocument();
  expect(listed()).toHaveLength(asked + 1);

  // What is there is not asked for again, each time that the line comes back.
  act(() => client.connection.set('connecting'));
  act(() => client.connection.set('live'));
  await new Promise((resolve) => setTimeout(resolve));
  await waitFor(() => expect(listed()).toHaveLength(asked + 1));
  stop();
});
