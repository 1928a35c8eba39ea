import type { Browser, CDPSession, Page } from 'playwright-core';

export interface Memory {
  /** Of JavaScript, after everything was collected that nobody holds. */
  heapMb: number;
  elements: number;
}

/** What a reader has open: the page of notifications. */
export class Tab {
  private constructor(
    readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  static async open(browser: Browser, url: string, account: string): Promise<Tab> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByLabel('E-mail').fill(`${account}@example.com`);
    await page.getByRole('textbox', { name: 'Password' }).fill('carillon');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Applications' }).waitFor();
    await page.goto(`${url}/notifications`);
    return new Tab(page, await context.newCDPSession(page));
  }

  async memory(): Promise<Memory> {
    // What is freed by the first may free more.
    for (let turn = 0; turn < 3; turn++) await this.devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.devtools.send('Runtime.getHeapUsage');
    const { nodes } = await this.devtools.send('Memory.getDOMCounters');
    return { heapMb: usedSize / 1e6, elements: nodes };
  }
}
