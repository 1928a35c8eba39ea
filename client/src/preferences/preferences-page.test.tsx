import { renderWith, sessionClient } from '../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../test/fake-inbox.ts';
import type { FakePreferences } from '../../test/fake-preferences.ts';
import { NotificationsDocument } from '../generated/inbox.ts';
import { PAGE_SIZE } from '../inbox/lists/filter.ts';
import { LiveInbox } from '../notifications/arrivals/live-inbox.tsx';
import { LivePreferences } from './live-preferences.tsx';
import { PreferencesPage } from './preferences-page.tsx';

let inbox: FakeInbox;
let preferences: FakePreferences;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  preferences = inbox.preferences;
});

async function show(path = '/preferences') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <LivePreferences client={client} />
      <PreferencesPage />
    </>,
    path,
  );
  await screen.findByRole('heading', { name: 'What reaches you' });
  return client;
}

const ring = (category: string) => screen.getByRole('switch', { name: `Ring for ${category}` });
const email = (category: string) => screen.getByRole('switch', { name: `E-mail for ${category}` });
const button = (name: string) => screen.getByRole('button', { name });

describe('the matrix', () => {
  it('is a table with a switch for each category and channel, and none for what is critical', async () => {
    await show();
    const table = screen.getByRole('table', { name: 'What reaches you' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((header) => header.textContent?.trim()),
    ).toEqual(['Category', 'Ring', 'E-mail']);
    expect(within(table).getAllByRole('switch')).toHaveLength(4);
    expect(
      screen.getByRole('rowheader', {
        name: /^Applications E-mail when it is still unread after 10 minutes/,
      }),
    );
    const critical = screen.getByRole('row', { name: /^Account and security/ });
    expect(critical).toHaveTextContent(/Too important to miss/);
    expect(within(critical).getAllByText('Always on')).toHaveLength(2);
    expect(within(critical).queryByRole('switch')).not.toBeInTheDocument();
  });

  it('switches at once, says that it is saved, and marks what departs from the default', async () => {
    await show();
    const answer = inbox.hold('SetChannelPreference');
    await user.click(ring('General'));
    expect(ring('General')).not.toBeChecked();
    expect(ring('General')).toHaveAccessibleDescription('Changed from the default, which is on');
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
    answer();
    expect((await screen.findByText('Saved')).closest('[role=status]')).not.toBeNull();
    expect(preferences.state.categories[1]?.channels[0]).toMatchObject({ isOn: false });
    await user.click(ring('General'));
    await waitFor(() => expect(ring('General')).not.toHaveAccessibleDescription());
  });

  it('goes back, and says why, when the server refuses', async () => {
    await show();
    inbox.fail('SetChannelPreference', 'RATE_LIMITED');
    const answer = inbox.hold('SetChannelPreference');
    await user.click(email('General'));
    expect(email('General')).not.toBeChecked();
    answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('That was a little fast');
    expect(email('General')).toBeChecked();
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  it('is tried again by the button of its message, and then says that it is saved', async () => {
    await show();
    inbox.fail('SetChannelPreference', 'SERVICE_UNAVAILABLE');
    await user.click(email('General'));
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(email('General')).toBeChecked();
    inbox.fail('SetChannelPreference', undefined);
    await user.click(again);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(email('General')).not.toBeChecked();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('sends what was switched fast one after the other, so that the last answer is the newest', async () => {
    await show();
    const answer = inbox.hold('SetChannelPreference');
    await user.click(ring('General'));
    await user.click(email('General'));
    await user.click(email('Applications'));
    expect(inbox.operations('SetChannelPreference')).toHaveLength(1);
    answer();
    await waitFor(() => expect(inbox.operations('SetChannelPreference')).toHaveLength(3));
    await screen.findByText('Saved');
    expect(
      [ring('General'), email('General'), email('Applications')].some(
        (one) => 'checked' in one && one.checked,
      ),
    ).toBe(false);
    expect(ring('Applications')).toBeChecked();
  });

  it('paces e-mails of a category: at once, daily or weekly, at an hour that can be chosen', async () => {
    await show();
    expect(screen.queryByRole('combobox', { name: 'Hour of digests' })).not.toBeInTheDocument();
    const pace = screen.getByRole('combobox', { name: 'How soon e-mails about General come' });
    expect(pace).toHaveDisplayValue('At once');
    await user.selectOptions(pace, 'Weekly');
    await waitFor(() =>
      expect(inbox.operations('SetPace')).toEqual([
        { category: 'general', channel: 'EMAIL', pace: 'WEEKLY' },
      ]),
    );
    expect(screen.getByRole('rowheader', { name: /^General E-mail once a week/ })).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Hour of digests' }), '17:00');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Day of weekly digests' }), 'Friday');
    await waitFor(() => expect(preferences.state).toMatchObject({ digestHour: 17, digestWeekday: 'FRIDAY' }));
    await user.click(button('Back to defaults'));
    await waitFor(() => expect(pace).toHaveDisplayValue('At once'));
    await user.click(email('General'));
    expect(screen.queryByRole('combobox', { name: /about General/ })).not.toBeInTheDocument();
  });

  it('goes back to the defaults without a question, and says what that did', async () => {
    preferences.setChannel('general', 'EMAIL', false);
    preferences.setChannel('applications', 'IN_APP', false);
    await show();
    await user.click(button('Back to defaults'));
    expect(await screen.findByText('Back to defaults: 2 choices changed')).toBeInTheDocument();
    expect(ring('Applications')).toBeChecked();
    expect(email('General')).toBeChecked();
    expect(button('Back to defaults')).toHaveFocus();
    expect(button('Back to defaults')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Back to defaults'));
    expect(inbox.operations('ResetPreferences')).toHaveLength(1);
  });

  it('says why no e-mail can come', async () => {
    preferences.change({ hasEmailAddress: false });
    await show();
    expect(screen.getByText(/^No e-mail can come to you now/)).toBeInTheDocument();
  });
});

describe('an address with a place in it', () => {
  it.each([
    ['applications', 'rowheader', /^Applications/],
    ['quiet-hours', 'region', 'Quiet hours'],
    ['time-zone', 'region', 'Time zone'],
    ['muted', 'region', 'Muted'],
  ])('#%s takes the focus there', async (place, role, name) => {
    HTMLElement.prototype.scrollIntoView = () => undefined;
    await show(`/preferences#${place}`);
    await waitFor(() => expect(screen.getByRole(role, { name })).toHaveFocus());
  });

  it('leads nowhere when there is no such place, not even to one outside of the page', async () => {
    await show('/preferences#content%');
    expect(document.body).toHaveFocus();
  });
});

describe('what was changed on another device', () => {
  it('shows by itself, and after a lost connection what was missed', async () => {
    const client = await show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    act(() => preferences.setChannel('general', 'IN_APP', false));
    await waitFor(() => expect(ring('General')).not.toBeChecked());
    inbox.cutSockets();
    preferences.setChannel('general', 'IN_APP', true);
    await waitFor(() => expect(ring('General')).toBeChecked(), { timeout: 3_000 });
  });
});

describe('do not disturb', () => {
  it('begins, is shown on every device, and ends; the focus is never lost', async () => {
    await show();
    await user.click(button('For 1 hour'));
    expect(await screen.findByText(/^Do not disturb until \d\d:\d\d/)).toBeInTheDocument();
    expect(button('For 1 hour')).toHaveFocus();
    const until = Date.parse(preferences.state.doNotDisturbUntil ?? '');
    expect(until - Date.now()).toBeGreaterThan(59 * 60_000);
    await user.click(button('End now'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'End now' })).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'Do not disturb' })).toHaveFocus();
    await waitFor(() => expect(preferences.state.doNotDisturbUntil).toBeNull());
  });

  it('ends by itself when its time has come', async () => {
    preferences.change({ doNotDisturbUntil: new Date(Date.now() + 600_000).toISOString() });
    await show();
    expect(button('End now')).toBeInTheDocument();
    preferences.change({ doNotDisturbUntil: new Date(Date.now() + 300).toISOString() });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'End now' })).not.toBeInTheDocument(), {
      timeout: 5_000,
    });
  });

  it('takes a time of the reader’s own, and says what is wrong with one', async () => {
    await show();
    await user.click(button('Until…'));
    const input = screen.getByLabelText('Do not disturb until');
    expect(input).toHaveFocus();
    await user.clear(input);
    await user.click(button('Turn on'));
    expect(screen.getByText('Please choose a day and a time')).toBeInTheDocument();
    expect(inbox.operations('SetDoNotDisturb')).toEqual([]);
  });
});

describe('what is muted', () => {
  it('are listed with their links, and can be unmuted', async () => {
    preferences.change({
      mutedSubjects: [{ type: 'application', subjectId: 'a1', label: 'Viola', url: '/applications/a1' }],
    });
    await show();
    expect(screen.getByRole('link', { name: 'Viola' })).toHaveAttribute('href', '/applications/a1');
    await user.click(button('Unmute Viola'));
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Viola' })).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { name: 'Muted' })).toHaveFocus();
    expect(await screen.findByText('“Viola” is no longer muted')).toBeInTheDocument();
  });
});

describe('the language of e-mails', () => {
  it('is chosen among languages that are called in their own words', async () => {
    await show();
    await user.click(screen.getByRole('radio', { name: 'Deutsch' }));
    await waitFor(() => expect(preferences.state.language).toBe('DE'));
    expect(screen.getByText('Deutsch')).toHaveAttribute('lang', 'de');
  });

  it.each([
    ['here', () => user.click(screen.getByRole('radio', { name: 'Deutsch' }))],
    ['on another device', async () => act(() => preferences.change({ language: 'DE' }))],
  ])('when it is changed %s, what is held of the inbox is read in it', async (_where, change) => {
    const { id } = inbox.add({ title: 'Paid' });
    const client = await show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    const list = () =>
      client.apollo.cache.readQuery({ query: NotificationsDocument, variables: { first: PAGE_SIZE } });
    await client.apollo.query({ query: NotificationsDocument, variables: { first: PAGE_SIZE } });
    inbox.rows = inbox.rows.map((row) => (row.id === id ? { ...row, title: 'Bezahlt' } : row));
    await change();
    await waitFor(() => expect(list()?.notifications.edges[0]?.node.title).toBe('Bezahlt'));
  });
});
