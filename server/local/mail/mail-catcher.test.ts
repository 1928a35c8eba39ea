import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts';

let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher(0);
});

afterAll(() => catcher.close());

const send = (subject: string) =>
  createTransport(catcher.smtpUrl).sendMail({
    from: 'bell@example.com',
    to: 'casey@example.com',
    subject,
    text: `Text of ${subject}`,
    html: `<html><head></head><body><script>stolen()</script><p>${subject}</p></body></html>`,
  });

const page = async (path: string) => {
  const answer = await fetch(catcher.address + path);
  return {
    status: answer.status,
    policy: answer.headers.get('content-security-policy'),
    html: await answer.text(),
  };
};

test('shows what was sent, newest first, as text; the e-mail itself in a frame that runs nothing', async () => {
  expect((await page('/')).html).toContain('None yet');
  await send('One <b>');
  await send('Two');
  const { html: list } = await page('/');
  expect(list.indexOf('Two')).toBeLessThan(list.indexOf('One &#60;b&#62;'));
  expect(list).toContain('casey@example.com');
  const { html: first } = await page('/1');
  expect(first).toContain('Text of One &#60;b&#62;');
  expect(first).toMatch(/<iframe sandbox="[^"]*"\s+src="\/1\/html"/);
  expect(first).not.toMatch(/allow-scripts|allow-same-origin/);
  const { html: frame, policy } = await page('/1/html');
  expect(frame).toContain('<base target="_blank" />');
  expect(policy).toContain(`default-src 'none'`);
  for (const path of ['/3', '/x', '/1/text']) expect((await page(path)).status).toBe(404);
});

test('keeps the last 200', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, index) => send(`More ${index}`)));
  expect((await page('/1')).status).toBe(404);
  expect((await page('/')).html).toContain('E-mails (200)');
});
