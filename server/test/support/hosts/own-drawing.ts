import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { send } from '../acts.ts';
import { axeProblems, bell, screenshot } from '../browser/browser.ts';
import type { TestServer } from '../server.ts';
import { until } from '../until.ts';

/** What a page has, and Node has not. */
interface Browsing {
  getComputedStyle(element: unknown): { getPropertyValue(name: string): string };
}

export const look = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate(
      (element: unknown, name) =>
        (globalThis as unknown as Browsing).getComputedStyle(element).getPropertyValue(name),
      property,
    );

/** By the host's own buttons and by ours: each shows what the other did. */
export async function changePreferences(page: Page): Promise<void> {
  const preferences = page.getByRole('region', { name: 'Preferences' });
  const quiet = preferences.getByRole('switch', { name: 'Quiet hours' });
  await quiet.waitFor();
  expect(await quiet.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Quiet at night' }).click();
  await page.getByText('quiet on 1, saved: true, off: 0').waitFor();
  expect(await quiet.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Live nowhere' }).click();
  await page.getByText('quiet on 1, saved: false, off: 0').waitFor();
  await preferences.getByRole('switch', { name: /Ring/ }).first().click();
  await page.getByText('off: 1').waitFor();
  await preferences.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo');
  await preferences.getByText(/^It is .* there$/).waitFor();
  // What belongs to our own pages is not here.
  expect(await preferences.getByRole('heading', { name: /Push|Only in this browser/ }).count()).toBe(0);
}

/** What is the host's own in a panel: words, icon, heading, buttons, rows; one of them it cannot draw. */
export async function drawsItself(server: TestServer, page: Page, reader: string): Promise<void> {
  await send(server, reader, { title: 'Torn' });
  await page.getByRole('button', { name: 'Notifications, 2 letters' }).click();
  await page.getByRole('heading', { name: 'Letters: 2' }).waitFor();
  expect(await page.locator('.own-icon').count()).toBe(1);
  expect(await look(page, '.bell-badge', 'background-color')).toBe('rgb(0, 90, 0)');
  await page.getByText('Before, from the host').waitFor();
  expect(await look(page, '.letter button', 'background-color')).toBe('rgb(255, 0, 0)');
  // Our own drawing, in its place.
  const panel = page.getByRole('dialog');
  await panel.getByRole('article', { name: 'Torn' }).getByRole('button', { name: 'Torn' }).first().waitFor();
  await screenshot(page, `embedded-own-rows-${reader}`);
  expect(await axeProblems(page, ['aria-required-children', 'aria-allowed-role', 'button-name'])).toEqual([]);
  // Keys go on as ever, and the focus does when the host's own button does away with its row.
  await panel.getByRole('article', { name: 'Torn' }).focus();
  await page.keyboard.press('PageDown');
  const names = () =>
    page.evaluate<string>(
      `document.querySelector('.host-bell').shadowRoot.activeElement?.getAttribute('aria-label')`,
    );
  await until(async () => (await names()) === 'Now');
  await page.getByRole('button', { name: 'File Now' }).click();
  await panel.getByRole('article', { name: 'Now' }).waitFor({ state: 'detached' });
  await until(async () => /Before/.test(await names()));
  await page.getByRole('button', { name: 'All letters read' }).click();
  await page.getByText('Unread: 0').waitFor();
}

/** A page without React draws rows, a heading and a bell of its own, in its own words. */
export async function fillSlots(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    document.querySelector('carillon-bell').insertAdjacentHTML('beforeend', '<b slot="bell-icon">B</b>');
    const own = document.querySelector('carillon-inbox');
    own.insertAdjacentHTML('beforeend', '<span slot="header">Letters</span>');
    own.words = { 'notification.markAllRead': 'All letters read' };
    own.renderRow = ({ title }, acts) => {
      const letter = document.createElement('button');
      letter.textContent = 'Letter: ' + title;
      letter.addEventListener('click', () => acts.markAsUnread());
      return letter;
    };
  })()`);
  await page.getByRole('heading', { name: 'Letters' }).waitFor();
  await page.getByRole('button', { name: 'All letters read' }).waitFor();
  await page.getByRole('button', { name: 'Letter: To a plain page' }).click();
  await bell(page, 1).waitFor();
  expect(await page.locator('carillon-bell > [slot=bell-icon]').boundingBox()).not.toBeNull();
  await page.getByRole('button', { name: 'All letters read' }).click();
  await bell(page).waitFor();
}
