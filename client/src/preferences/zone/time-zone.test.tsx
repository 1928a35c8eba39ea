import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { FakePreferences } from '../../../test/fake-preferences.ts';
import { LiveInbox } from '../../notifications/arrivals/live-inbox.tsx';
import { LivePreferences } from '../live-preferences.tsx';
import { PreferencesPage } from '../preferences-page.tsx';

let inbox: FakeInbox;
let preferences: FakePreferences;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  preferences = inbox.preferences;
});

async function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <LivePreferences client={client} />
      <PreferencesPage />
    </>,
    '/preferences',
  );
  // Its code comes apart.
  await screen.findByRole('combobox', { name: 'Time zone' }, { timeout: 15_000 });
}

const ring = (category: string) => screen.getByRole('switch', { name: `Ring for ${category}` });

describe('the time zone', () => {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = () => screen.getByRole('combobox', { name: 'Time zone' });

  it('is chosen without quiet hours', async () => {
    preferences.change({ timeZone: 'Europe/Vienna' });
    await show();
    expect(zone()).toHaveValue('Europe/Vienna');
    await user.click(zone());
    await user.clear(zone());
    await user.type(zone(), 'tokyo');
    await user.click(await screen.findByRole('option', { name: 'Asia/Tokyo' }));
    await waitFor(() => expect(preferences.state.timeZone).toBe('Asia/Tokyo'));
    expect(preferences.state.quietWeek).toEqual([]);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
  });

  it('is that of the browser for whoever never chose one, without a word', async () => {
    preferences.change({ timeZone: 'UTC', isTimeZoneChosen: false });
    await show();
    await waitFor(() => expect(preferences.state).toMatchObject({ timeZone: here, isTimeZoneChosen: true }));
    expect(inbox.operations('SetTimeZone')).toEqual([{ timeZone: here }]);
    expect(screen.queryByText('Saved')).not.toBeInTheDocument();
  });

  it('stays as it was chosen', async () => {
    await show();
    await user.click(ring('General'));
    await screen.findByText('Saved');
    expect(inbox.operations('SetTimeZone')).toEqual([]);
  });

  it('is asked for once, and a server that does not know it is not heard', async () => {
    preferences.change({ timeZone: 'UTC', isTimeZoneChosen: false });
    inbox.fail('SetTimeZone', 'BAD_USER_INPUT');
    await show();
    await waitFor(() => expect(inbox.operations('SetTimeZone')).toHaveLength(1));
    await user.click(ring('General'));
    await screen.findByText('Saved');
    expect(inbox.operations('SetTimeZone')).toHaveLength(1);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(zone()).toHaveValue('UTC');
  });
});
