// What the mail catcher shows: plain pages without scripts.
import type { ParsedMail } from 'mailparser';
import type { Caught, CaughtMail, CaughtPush, CaughtText } from './mail-catcher.ts';

const REFRESH_SECONDS = 3;
const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #8884; vertical-align: top }
  iframe { width: 100%; height: 34rem; border: 1px solid #8884; border-radius: .5rem; background: Canvas }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8884; border-radius: .5rem; padding: 1rem }
  .both { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem }
`;

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

const page = (title: string, main: string, head = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>${escape(title)}</title>${head}<style>${STYLE}</style></head><body><main>${main}</main></body></html>`;

/** Newest first; looks again by itself. */
export function listPage({ mails, texts, pushes }: Caught): string {
  const rows = mails.map(
    ({ no, at, mail }) => `<tr><td>${at.toLocaleTimeString()}</td><td>${escape(recipientsOf(mail))}</td>
      <td dir="auto"><a href="/${no}">${escape(mail.subject ?? '(no subject)')}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>Sent</th><th>To</th><th>Subject</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
  const none = '<p>None yet. This page looks again by itself.</p>';
  return page(
    `E-mails (${mails.length})`,
    `<h1>E-mails sent here</h1>${mails.length > 0 ? table : none}${textsOf(texts)}${pushesOf(pushes)}`,
    `<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />`,
  );
}

const textsOf = (texts: readonly CaughtText[]): string =>
  tableOf(
    'Text messages sent here',
    texts.map(({ at, to, body }) => [at.toLocaleTimeString(), to, body]),
  );

const pushesOf = (pushes: readonly CaughtPush[]): string =>
  tableOf(
    'Pushes sent here',
    pushes.map(({ at, push: { notification } }) => [
      at.toLocaleTimeString(),
      'a device of candidate@example.com',
      `${notification['title']}\n${notification['body']}\n${notification['navigate']}`,
    ]),
  );

function tableOf(title: string, rows: readonly (readonly [string, string, string])[]): string {
  if (rows.length === 0) return '';
  const drawn = rows.map(
    ([at, to, text]) =>
      `<tr><td>${escape(at)}</td><td>${escape(to)}</td><td dir="auto"><pre>${escape(text)}</pre></td></tr>`,
  );
  return `<h1>${title}</h1><table><thead><tr><th>Sent</th><th>To</th><th>Text</th></tr></thead>
    <tbody>${drawn.join('')}</tbody></table>`;
}

/** Both ways in which it can be read, and its headers. */
export function mailPage({ no, mail }: CaughtMail): string {
  const headers = mail.headerLines.map(({ line }) => escape(line)).join('\n');
  return page(
    mail.subject ?? '(no subject)',
    `<p><a href="/">All e-mails</a></p><h1 dir="auto">${escape(mail.subject ?? '(no subject)')}</h1>
     <p>To ${escape(recipientsOf(mail))}</p>
     <div class="both">
       <section><h2>HTML</h2><iframe sandbox="allow-popups allow-popups-to-escape-sandbox"
         src="/${no}/html" title="The e-mail"></iframe></section>
       <section><h2>Text</h2><pre dir="auto">${escape(mail.text ?? '')}</pre></section>
     </div>
     <h2>Headers</h2><pre>${headers}</pre>`,
  );
}

const recipientsOf = ({ to }: ParsedMail): string =>
  [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
