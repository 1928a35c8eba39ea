import type { Page } from 'playwright-core';

export interface Frames {
  /** From one to the next, in ms. */
  took: number[];
  /** So many rows were in the page at most. */
  rows: number;
}

/** Down to the end of the list until so many rows are there. */
export async function loadAll(page: Page, rows: number): Promise<void> {
  const last = () =>
    page.evaluate<number>(
      `Number([...document.querySelectorAll('article')].at(-1)?.getAttribute('aria-posinset') ?? 0)`,
    );
  while ((await last()) < rows) {
    await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
    await page.waitForTimeout(50);
  }
}

/** Scrolls from the top, so many pixels a frame. */
export async function scrollDown(page: Page, pixels: number, seconds: number): Promise<Frames> {
  await page.evaluate('window.scrollTo(0, 0)');
  await page.waitForTimeout(500);
  return page.evaluate<Frames>(`new Promise((resolve) => {
    const took = [];
    let rows = 0;
    let begun;
    let last;
    const step = (now) => {
      begun ??= now;
      if (last !== undefined) took.push(now - last);
      last = now;
      rows = Math.max(rows, document.querySelectorAll('article').length);
      if (now - begun > ${seconds * 1000}) return resolve({ took, rows });
      window.scrollBy(0, ${pixels});
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  })`);
}
