import { renderWith, sessionClient } from '../../../test/render.tsx';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { FakePreferences } from '../../../test/fake-preferences.ts';
import { learnAll } from '../../../test/words.ts';
import { LiveInbox } from '../../notifications/arrivals/live-inbox.tsx';
import { WordsProvider } from '../../words/use-words.tsx';
import { LivePreferences } from '../live-preferences.tsx';
import { PreferencesPage } from '../preferences-page.tsx';

let inbox: FakeInbox;
let preferences: FakePreferences;
const user = userEvent.setup();
const root = document.documentElement;

beforeAll(learnAll);
beforeEach(() => {
  inbox = new FakeInbox();
  preferences = inbox.preferences;
  localStorage.clear();
});
afterEach(() => speaks(['en-US', 'en']));

/** What the browser asks for. */
const speaks = (languages: string[]) =>
  void Object.defineProperty(navigator, 'languages', { value: languages, configurable: true });

async function show(heading = 'What reaches you') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <WordsProvider>
      <LiveInbox client={client} />
      <LivePreferences client={client} />
      <PreferencesPage />
    </WordsProvider>,
    '/preferences',
  );
  await screen.findByRole('heading', { name: heading });
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

describe('the language', () => {
  it('changes what is there as soon as it is chosen, and stays where it is', async () => {
    await show();
    await user.click(await screen.findByRole('radio', { name: 'Deutsch' }));
    expect(await screen.findByRole('heading', { name: 'Was Sie erreicht' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Deutsch' })).toHaveFocus();
    expect(screen.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
    expect(await screen.findByText('Gespeichert')).toBeInTheDocument();
    expect(root).toHaveAttribute('lang', 'de');
    expect(root).toHaveAttribute('dir', 'ltr');
    // Before the next page knows who reads it.
    expect(localStorage.getItem('carillon-language')).toBe('de');
  });

  it('changes when it is chosen on another device, and with it the direction', async () => {
    await show();
    act(() => preferences.change({ language: 'AR' }));
    expect(await screen.findByRole('heading', { name: 'ما يصل إليك' })).toBeInTheDocument();
    expect(root).toHaveAttribute('dir', 'rtl');
    act(() => preferences.change({ language: 'EN' }));
    expect(await screen.findByRole('heading', { name: 'What reaches you' })).toBeInTheDocument();
    expect(root).toHaveAttribute('dir', 'ltr');
  });

  it('is that of the browser for whoever never chose one, for their e-mails too', async () => {
    speaks(['es-ES', 'fr-CA', 'en']);
    preferences.change({ isLanguageChosen: false });
    await show('Ce qui vous parvient');
    await waitFor(() => expect(preferences.state).toMatchObject({ language: 'FR', isLanguageChosen: true }));
    expect(inbox.operations('SetLanguage')).toEqual([{ language: 'FR' }]);
    expect(screen.getByRole('radio', { name: 'Français' })).toBeChecked();
  });

  it('that was chosen goes before that of the browser', async () => {
    speaks(['de']);
    await show();
    await user.click(screen.getByRole('switch', { name: 'Ring for General' }));
    await screen.findByText('Saved');
    expect(inbox.operations('SetLanguage')).toEqual([]);
  });
});
