import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { ApplicationStatus } from '../../generated/graphql.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from '../page/notification-page.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const ME = { id: 'me', name: 'Name of me' };
const IRIS = { id: 'iris', name: 'Iris <b>Lindqvist</b>' };

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

const asked = (status: ApplicationStatus, decidedBy?: typeof ME) => ({
  type: 'application_submitted',
  title: 'New application',
  application: { id: 'a1', title: 'Viola', status, ...(decidedBy && { decidedBy }) },
});

function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      {path === '/notifications' ? <NotificationsPage /> : <NotificationPage />}
    </>,
    path,
  );
}

const outcome = () => document.querySelector('.note-outcome')?.textContent ?? null;

describe('a notification that asked for a decision', () => {
  it.each([
    ['APPROVED', ME, 'You approved this'],
    ['REJECTED', ME, 'You rejected this'],
    ['APPROVED', IRIS, 'Iris <b>Lindqvist</b> approved this'],
    ['REJECTED', IRIS, 'Iris <b>Lindqvist</b> rejected this'],
    ['APPROVED', undefined, 'Somebody approved this'],
  ] as const)('says what became of it: %s by %j', async (status, by, words) => {
    inbox.add(asked(status, by));
    show();
    const row = await screen.findByRole('article', { name: /New application/ });
    await within(row).findByText((_, element) => element?.className === 'note-outcome');
    expect(outcome()).toBe(words);
    expect(row).toHaveAccessibleDescription(`Something happened. ${words}`);
  });

  it('says nothing while it is open', async () => {
    inbox.add(asked('SUBMITTED'));
    show();
    await screen.findByRole('article');
    expect(outcome()).toBeNull();
  });

  it('says so as soon as it was decided elsewhere, in the list and on its own page', async () => {
    for (const path of ['/notifications', '/notifications/n1']) {
      inbox = new FakeInbox();
      inbox.add(asked('SUBMITTED'));
      show(path);
      await screen.findAllByText('New application');
      const { application } = asked('APPROVED', ME);
      act(() => inbox.change('n1', { application, readAt: '2026-01-01T00:00:00.000Z' }));
      expect(await screen.findByText(/approved this/)).toHaveTextContent('You approved this');
      document.body.innerHTML = '';
    }
  });

  it('is not what tells a candidate of it: that says so in its own words', async () => {
    inbox.add({ ...asked('APPROVED', IRIS), type: 'application_approved' });
    show();
    await screen.findByRole('article');
    expect(outcome()).toBeNull();
  });
});
