import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { chromium as playwright, type Browser } from 'playwright-core';
import { chromium } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await playwright.launch(await chromium());
});

afterAll(() => browser.close());

test('shows pages of two users at once', async () => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  await Promise.all(pages.map((page, index) => page.goto(`data:text/html,<h1>user ${index}</h1>`)));

  expect(await Promise.all(pages.map((page) => page.textContent('h1')))).toEqual(['user 0', 'user 1']);
  const pictures = await Promise.all(pages.map((page) => page.screenshot()));
  expect(pictures.every((picture) => picture.length > 1000)).toBe(true);
});

test('brings fonts', async () => {
  const page = await browser.newPage();
  await page.goto('data:text/html,<span>mm</span><br><span>ii</span>');
  const boxes = await Promise.all((await page.locator('span').all()).map((span) => span.boundingBox()));
  const widths = boxes.map((box) => box!.width);
  expect(widths[0]).toBeGreaterThan(widths[1]! * 2);
});
