import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { EVERY_DAY, type FakePreferences } from '../../../test/fake-preferences.ts';
import { PreferencesPage } from '../preferences-page.tsx';

let inbox: FakeInbox;
let preferences: FakePreferences;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  preferences = inbox.preferences;
});

async function show() {
  renderWith(sessionClient(inbox), <PreferencesPage />, '/preferences');
  await screen.findByRole('heading', { name: 'Quiet hours' });
}

describe('quiet hours', () => {
  it('begin with the usual ones', async () => {
    await show();
    await user.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    await screen.findByText('Quiet hours from 22:00 until 07:00');
    expect(inbox.operations('SetQuietHours')).toEqual([{ from: '22:00', until: '07:00' }]);
    expect(screen.getByLabelText('Until')).toHaveAccessibleDescription('the next day');
    await user.click(screen.getByRole('switch', { name: 'Quiet hours' }));
    await waitFor(() => expect(preferences.state.quietWeek).toEqual([]));
  });

  it('are saved when the reader leaves the field, and never as none at all', async () => {
    preferences.change({ quietWeek: [{ from: '22:00', until: '07:00', weekdays: EVERY_DAY }] });
    await show();
    const until = screen.getByLabelText('Until');
    await user.clear(until);
    await user.tab();
    expect(until).toHaveValue('07:00');
    await user.clear(until);
    await user.type(until, '06:30');
    await user.tab();
    await waitFor(() =>
      expect(preferences.state.quietWeek).toMatchObject([{ from: '22:00', until: '06:30' }]),
    );
    await user.clear(until);
    await user.type(until, '22:00');
    await user.tab();
    expect(await screen.findByText('Please choose two different times')).toBeInTheDocument();
    expect(inbox.operations('SetQuietHours')).toEqual([{ from: '22:00', until: '06:30' }]);
  });
});

describe('quiet hours of each day', () => {
  const NIGHTS = { from: '20:00', until: '07:00', weekdays: EVERY_DAY };

  it('are chosen one by one, also as whole days, with the keyboard alone', async () => {
    preferences.change({ quietWeek: [NIGHTS] });
    await show();
    await user.click(screen.getByRole('radio', { name: 'Each day its own' }));
    const saturday = within(screen.getByRole('radiogroup', { name: 'Saturday' }));
    expect(saturday.getByRole('radio', { name: 'Hours' })).toBeChecked();
    saturday.getByRole('radio', { name: 'Hours' }).focus();
    await user.keyboard('{ArrowRight}');
    await waitFor(() =>
      expect(inbox.operations('SetQuietHours')).toEqual([
        { from: '00:00', until: '24:00', weekdays: ['SATURDAY'] },
      ]),
    );
    expect(screen.queryByRole('group', { name: 'Saturday' })).toBeNull();
    const monday = within(screen.getByRole('group', { name: 'Monday' }));
    expect(monday.getByLabelText('From')).toHaveValue('20:00');
    const sunday = within(screen.getByRole('radiogroup', { name: 'Sunday' }));
    await user.click(sunday.getByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(preferences.state.quietWeek).toHaveLength(2));
    expect(preferences.state.quietWeek.flatMap(({ weekdays }) => weekdays)).not.toContain('SUNDAY');
  });

  it('become those of every day again, and off and on again are what they were', async () => {
    const weekend = { from: '00:00', until: '24:00', weekdays: ['SATURDAY' as const] };
    preferences.change({ quietWeek: [{ ...NIGHTS, weekdays: ['MONDAY'] }, weekend] });
    await show();
    expect(screen.getByRole('radio', { name: 'Each day its own' })).toBeChecked();
    const onOff = screen.getByRole('switch', { name: 'Quiet hours' });
    await user.click(onOff);
    await waitFor(() => expect(preferences.state.quietWeek).toEqual([]));
    await user.click(onOff);
    await waitFor(() =>
      expect(preferences.state.quietWeek).toEqual([{ ...NIGHTS, weekdays: ['MONDAY'] }, weekend]),
    );
    await user.click(screen.getByRole('radio', { name: 'Every day the same' }));
    await waitFor(() => expect(preferences.state.quietWeek).toEqual([NIGHTS]));
  });
});
