import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const MOST_BYTES = 60_000;
const QUALITIES = [90, 80, 70, 60, 50, 40];

/** What the page shows, as WebP, as well as it can be in 60 kB. @throws Error where it cannot */
export async function savePicture(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length > MOST_BYTES) continue;
    await writeFile(file, picture);
    console.log(`${file}: ${Math.ceil(picture.length / 1_000)} kB at quality ${quality}`);
    return;
  }
  throw new Error(`${file} is too large: show less in it`);
}
