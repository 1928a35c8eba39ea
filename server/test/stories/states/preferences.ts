import type { Page } from 'playwright-core';
import { button, type Known, type State } from './state.ts';

const disturbNot = (page: Page) => button(page, 'For 1 hour').click();

/** What says that all is saved lies above the page for a while. */
async function untilNoted(page: Page): Promise<void> {
  await page.locator('.saving-note[data-done]').waitFor();
  await page.locator('.saving-note').waitFor({ state: 'detached' });
}

async function change(page: Page): Promise<void> {
  await disturbNot(page);
  await button(page, 'Until…').click();
  await page.getByRole('switch', { name: 'E-mail for General' }).click();
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
  await untilNoted(page);
}

async function eachDayItsOwn(page: Page): Promise<void> {
  await change(page);
  await page.getByText('Each day its own').click();
  const pace = page.getByRole('combobox', { name: 'How soon e-mails about Applications come' });
  await pace.selectOption('Weekly');
  await page.getByRole('combobox', { name: 'Day of weekly digests' }).waitFor();
  await untilNoted(page);
}

async function findTimeZone(page: Page): Promise<void> {
  await change(page);
  await page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
}

async function openPanel(page: Page): Promise<void> {
  await disturbNot(page);
  await button(page, /^Notifications, /).click();
}

/** The page of preferences, while they are changed. */
export const preferences = ({ act }: Known): State[] => {
  const path = '/preferences';
  const title = 'Preferences';
  const close = async () => {
    await act('resetPreferences { preferences { id } }');
    await act('setQuietHours { preferences { id } }');
    await act('setDoNotDisturb { preferences { id } }');
  };
  return [
    { name: 'preferences', path, title, sign: 'Single-key shortcuts' },
    { name: 'preferences, changed', path, title, open: change, sign: 'Each day its own', close },
    {
      name: 'preferences, each day its own',
      path,
      title,
      open: eachDayItsOwn,
      sign: 'Monday',
      close,
    },
    { name: 'time zones', path, title, open: findTimeZone, sign: 'Europe/Berlin', close },
    { name: 'panel, quiet', path, title, open: openPanel, sign: 'Do not disturb until', close },
    {
      name: 'help without single keys',
      path,
      title,
      open: async (page) => {
        await page.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
        await button(page, 'Show all shortcuts').click();
      },
      sign: 'Single keys are switched off',
      close: (page) => page.evaluate(`localStorage.removeItem('carillon-single-keys')`),
    },
  ];
};
