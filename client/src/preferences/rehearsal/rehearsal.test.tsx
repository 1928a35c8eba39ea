import { beforeEach, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { FakePreferences } from '../../../test/fake-preferences.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { PreferencesPage } from '../preferences-page.tsx';
import { rehearsalWords } from './rehearsal-words.ts';

let inbox: FakeInbox;
let preferences: FakePreferences;
const user = userEvent.setup();

const NONE = { moreCount: 0, fewerCount: 0, fewerReadCount: 0, movedCount: 0, unknownCount: 0 };
const FEWER = { ...NONE, channel: 'EMAIL' as const, fewerCount: 12, fewerReadCount: 3 };
const WORDS = 'In the last 30 days: 12 fewer by e-mail, of which you read 3.';

beforeEach(async () => {
  inbox = new FakeInbox();
  preferences = inbox.preferences;
  preferences.rehearsal = {
    ...preferences.rehearsal,
    channels: [{ ...NONE, channel: 'IN_APP' }, FEWER],
    examples: [{ id: '1', title: 'Graded' }],
  };
  renderWith(sessionClient(inbox), <PreferencesPage />, '/preferences');
  await screen.findByRole('heading', { name: 'What reaches you' });
});

const email = () => screen.getByRole('switch', { name: 'E-mail for General' });
const note = () => screen.getByRole('status', { name: 'What this would change' });
const dialog = () => screen.findByRole('dialog', { name: 'Save this change?' });
const isMailed = () => preferences.state.categories[1]?.channels[1]?.isOn;
const change = { channel: { category: 'general', channel: 'EMAIL', isOn: false } };

it('is told while the pointer lingers on a control, and no more when it leaves or presses', async () => {
  await user.hover(email());
  await waitFor(() => expect(note()).toHaveTextContent(WORDS));
  expect(note()).toHaveTextContent('Among these: “Graded”');
  expect(preferences.rehearsed).toEqual([change]);
  await user.unhover(email());
  expect(note()).toBeEmptyDOMElement();
  await user.hover(email());
  await waitFor(() => expect(note()).toHaveTextContent(WORDS));
  await user.click(email());
  expect(note()).toBeEmptyDOMElement();
  await waitFor(() => expect(isMailed()).toBe(false));
});

it('is told to the keyboard too, and not to a finger', async () => {
  fireEvent.pointerEnter(email(), { pointerType: 'touch' });
  screen.getByRole('switch', { name: 'Ring for General' }).focus();
  await user.tab();
  expect(email()).toHaveFocus();
  await waitFor(() => expect(note()).toHaveTextContent(WORDS));
  expect(preferences.rehearsed).toEqual([change]);
});

it('asks before it saves for whoever looks first, and leaves it, or saves', async () => {
  await user.click(screen.getByRole('switch', { name: 'Look before saving' }));
  await user.click(email());
  expect(email()).toBeChecked();
  await waitFor(async () => expect(await dialog()).toHaveTextContent(WORDS));
  await user.click(within(await dialog()).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(isMailed()).toBe(true);
  await user.click(email());
  await user.click(within(await dialog()).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(isMailed()).toBe(false));
  await waitFor(() => expect(email()).not.toBeChecked());
});

it('asks also before digests come at another hour', async () => {
  await user.selectOptions(screen.getByRole('combobox', { name: /e-mails about General/ }), 'DAILY');
  await user.click(screen.getByRole('switch', { name: 'Look before saving' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Hour of digests' }), '17:00');
  await waitFor(async () => expect(await dialog()).toHaveTextContent(WORDS));
  const { digestWeekday: weekday } = preferences.state;
  expect(preferences.rehearsed).toEqual([{ digestTime: { hour: 17, weekday } }]);
  expect(preferences.state.digestHour).not.toBe(17);
  await user.click(within(await dialog()).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(preferences.state.digestHour).toBe(17));
});

it('saves at once for everybody else, also where it cannot be said', async () => {
  inbox.fail('Rehearsal', 'RATE_LIMITED');
  await user.hover(email());
  await waitFor(() => expect(note()).toHaveTextContent('cannot be said now'));
  await user.click(email());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await waitFor(() => expect(isMailed()).toBe(false));
});

it.each([
  [{}, 'In the last 30 days: nothing would have been different.'],
  [
    { channels: [{ ...NONE, channel: 'IN_APP' as const, moreCount: 2, unknownCount: 4 }] },
    'In the last 30 days: 2 more with a ring. Of 4 it cannot be said.',
  ],
  [
    { isComplete: false, lookedAtCount: 2_000, channels: [{ ...FEWER, fewerReadCount: 0, movedCount: 5 }] },
    'In the last 30 days, of the newest 2,000: 12 fewer by e-mail; 5 by e-mail at another time.',
  ],
])('says it in words (%#)', (what, words) => {
  const usual = { days: 30, lookedAtCount: 20, isComplete: true, channels: [], examples: [] };
  expect(rehearsalWords({ ...usual, ...what })).toBe(words);
});
