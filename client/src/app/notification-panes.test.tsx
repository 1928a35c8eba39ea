import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApolloProvider } from '@apollo/client/react';
import { render, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { sessionClient } from '../../test/render.tsx';
import { LiveInbox } from '../notifications/arrivals/live-inbox.tsx';
import { NotificationPage } from '../notifications/page/notification-page.tsx';
import { handleKeys } from '../shortcuts/handle-keys.ts';
import { NotificationPanes } from './notification-panes.tsx';

const user = userEvent.setup();
const matchMedia = window.matchMedia.bind(window);
let inbox: FakeInbox;
let isWide: boolean;

beforeEach(() => {
  inbox = new FakeInbox();
  isWide = true;
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title, url: '/applications' });
  window.matchMedia = (query) => ({
    ...matchMedia(query),
    matches: query.includes('min-width: 68.75em') && isWide,
  });
});
afterEach(() => void (window.matchMedia = matchMedia));

function Keys() {
  useEffect(handleKeys, []);
  return null;
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

async function show(path: string) {
  const client = sessionClient(inbox);
  render(
    <ApolloProvider client={client.apollo}>
      <MemoryRouter initialEntries={[path]} useTransitions={false}>
        <LiveInbox client={client} />
        <Keys />
        <Address />
        <Routes>
          <Route path="/notifications" element={<NotificationPanes />}>
            <Route path=":id" element={<NotificationPage />} />
          </Route>
        </Routes>
      </MemoryRouter>
    </ApolloProvider>,
  );
  if (isWide) await article('Second');
}

const article = async (title: string) =>
  (await screen.findByRole('link', { name: new RegExp(`^(Unread: )?${title}$`) })).closest(
    'article',
  ) as HTMLElement;
const pane = () => screen.getByRole('region', { name: 'Details' });
const opened = (title: string) => within(pane()).findByRole('heading', { name: title, level: 2 });
const address = () => document.querySelector('output')!.textContent;
const details = async (title: string) => within(await article(title)).getByRole('link', { name: 'Details' });

describe('where there is room for both', () => {
  it('details open beside the list, which keeps what it is narrowed to', async () => {
    await show('/notifications?show=unread');
    expect(screen.getByText('Nothing is open here')).toBeInTheDocument();
    await user.click(await details('Second'));
    expect(await opened('Second')).toHaveFocus();
    expect(address()).toBe('/notifications/n2?show=unread');
    expect(screen.getAllByRole('heading', { level: 1 }).map((one) => one.textContent)).toEqual([
      'Notifications',
    ]);
    expect(await article('Second')).toHaveAttribute('aria-current', 'true');
    expect(await article('First')).not.toHaveAttribute('aria-current');
    expect(document.title).toMatch(/Second · Carillon$/);
    expect(screen.getByRole('link', { name: /^Unread \d/ })).toHaveAttribute('aria-current', 'page');
  });

  it.each([
    ['j', 'k'],
    ['{ArrowDown}', '{ArrowUp}'],
    ['{PageDown}', '{PageUp}'],
  ])('%s and %s lead the focus and what is open on, and the focus stays in the list', async (down, up) => {
    await show('/notifications/n3');
    await opened('Third');
    (await article('Third')).focus();
    await user.keyboard(down);
    expect(await article('Second')).toHaveFocus();
    await opened('Second');
    expect(address()).toBe('/notifications/n2');
    await user.keyboard(down);
    await opened('First');
    expect(await article('First')).toHaveFocus();
    await user.keyboard(up);
    await opened('Second');
    expect(await article('Second')).toHaveFocus();
  });

  it('what is only passed by is neither opened nor read', async () => {
    await show('/notifications/n3');
    await opened('Third');
    (await article('Third')).focus();
    await user.keyboard('jj');
    await opened('First');
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toEqual([{ id: 'n3' }, { id: 'n1' }]));
  });

  it('nothing opens by keys as long as nothing is open', async () => {
    await show('/notifications');
    (await article('Third')).focus();
    await user.keyboard('j{ArrowDown}');
    expect(await article('Second')).toHaveFocus();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(address()).toBe('/notifications');
  });

  it('closing it leads the focus back to its row', async () => {
    await show('/notifications?show=unread');
    await user.click(await details('Second'));
    await opened('Second');
    await user.click(screen.getByRole('link', { name: 'Close details' }));
    await screen.findByText('Nothing is open here');
    expect(await article('Second')).toHaveFocus();
    expect(address()).toBe('/notifications?show=unread');
    expect(document.title).toMatch(/Notifications · Carillon$/);
  });

  it('says beside the list what is not there', async () => {
    await show('/notifications/nothing');
    expect(await opened('This notification is not there')).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });
});

it('where there is none, each is a page of its own', async () => {
  isWide = false;
  await show('/notifications?show=unread');
  await user.click(await details('Second'));
  expect(await screen.findByRole('heading', { name: 'Second', level: 1 })).toBeInTheDocument();
  expect(screen.queryByRole('feed')).toBeNull();
  await user.click(screen.getByRole('link', { name: 'All notifications' }));
  await article('First');
  expect(address()).toBe('/notifications?show=unread');
});
