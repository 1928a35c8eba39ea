// `npm run screenshots`: fills two inboxes and takes the pictures of docs/screenshots. Look at each before it is committed.
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { listOf } from '../../test/support/acts.ts';
import { openBrowser, signInAs, type PersonOptions } from '../../test/support/browser/browser.ts';
import { startServerProcess } from '../../test/support/server-process.ts';
import { instructor } from '../../test/support/token.ts';
import { discardData } from '../programs/postgres-folder.ts';
import { startPostgres } from '../programs/postgres.ts';
import { inRepository } from '../repository.ts';
import { declareAll, fillInbox } from './demo-inbox.ts';
import { savePicture } from './picture.ts';

const READER = 'instructor';
const READER_OF_ARABIC = 'instructor2';
const DESK = { width: 1280, height: 1000 };

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-screenshots-'));
// For root PostgreSQL runs as another user, who has to get in.
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
const carillon = await startServerProcess(postgres.url, { DEMO: 'true' });
const server = { ...carillon, databaseUrl: postgres.url };
const browser = await openBrowser();
try {
  await mkdir(inRepository('docs/screenshots'), { recursive: true });
  await declareAll(server);
  await fillInbox(server, READER, { grant: 'Grant', refuse: 'Refuse' });
  await fillInbox(server, READER_OF_ARABIC, { grant: 'موافقة', refuse: 'رفض' });
  await take('panel', { width: 1000, height: 700 }, READER, '/applications', openPanel);
  await take('inbox-phone', { width: 360, height: 740, touch: true }, READER, '/notifications', inbox);
  const question = await questionOf(READER);
  await take('inbox', DESK, READER, `/notifications/${question}`, inbox);
  await take('inbox-dark', { ...DESK, scheme: 'dark' }, READER, `/notifications/${question}`, inbox);
  const asked = await questionOf(READER_OF_ARABIC);
  await take('inbox-arabic', DESK, READER_OF_ARABIC, `/notifications/${asked}`, inbox);
  await take('preferences', { width: 1000, height: 800 }, READER, '/preferences', lingerOnRing);
} finally {
  await browser.close();
  await carillon.stop();
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
}
process.exit();

async function take(
  name: string,
  options: Omit<PersonOptions, 'account'>,
  account: string,
  address: string,
  prepare: (page: Page) => Promise<unknown>,
): Promise<void> {
  const { context, page } = await signInAs(browser, server.url, {
    ...options,
    account,
    timezoneId: 'Europe/Vienna',
  });
  if (account === READER_OF_ARABIC) await speakArabic();
  await page.goto(server.url + address);
  await prepare(page);
  await page.waitForLoadState('networkidle');
  await savePicture(page, inRepository(`docs/screenshots/${name}.webp`));
  await context.close();
}

async function speakArabic(): Promise<void> {
  await server.ask(
    'mutation { setLanguage(language: AR) { preferences { id } } }',
    {},
    instructor(READER_OF_ARABIC),
  );
}

async function questionOf(reader: string): Promise<string> {
  const [question] = await listOf(server, instructor(reader), { types: ['leave_requested'] });
  return question!.id;
}

async function inbox(page: Page): Promise<void> {
  await page.getByRole('article').nth(4).waitFor();
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page.getByRole('dialog').getByRole('article').nth(2).waitFor();
}

/** Until it is told what the switch would change. */
async function lingerOnRing(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Ring for Builds' }).hover();
  await page.getByText('In the last 30 days').waitFor();
}
