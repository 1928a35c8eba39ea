import { DIRECTIONS } from '../catalogue/language.ts';
import { moreOf, type EmailContent, type Item, type Link } from './content.ts';
import { html, Html, lines } from './html.ts';

// Programs that read e-mail know tables and little of CSS: widths and colours stand in the elements, and what follows
// the reader's screen in a <style> that may be ignored. No image, so nobody is told that it was opened.
const STYLE = new Html(
  `<style>
a { color: #4338ca; }
@media (prefers-color-scheme: dark) {
body, .page { background: #18181b !important; }
.card { background: #27272a !important; border-color: #3f3f46 !important; }
.text { color: #f4f4f5 !important; }
.soft, .soft a { color: #a1a1aa !important; }
a { color: #a5b4fc !important; }
}
</style>`,
);

const FONT = 'font-family: system-ui, -apple-system, Segoe UI, Roboto, sans-serif;';
const CARD = `${FONT} background: #ffffff; border: 1px solid #e4e4e7; border-radius: 12px; padding: 20px;`;
const SOFT = 'color: #71717a; font-size: 13px; line-height: 1.5; margin: 0;';
const TITLE =
  'color: #18181b; font-size: 17px; line-height: 1.4; margin: 4px 0; word-break: break-word; overflow-wrap: anywhere;';
const TEXT =
  'color: #18181b; font-size: 15px; line-height: 1.5; margin: 8px 0; word-break: break-word; overflow-wrap: anywhere;';
const HEADING = 'color: #18181b; font-size: 20px; line-height: 1.4; margin: 0;';
const HIDDEN = 'display: none; max-height: 0; overflow: hidden; mso-hide: all;';

/** For programs that show HTML. Some leave <html> out, so language and direction stand on the outer table as well. */
export function htmlOf(content: EmailContent): string {
  const { language, subject, preview, heading, items, why, links } = content;
  const more = moreOf(content);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${DIRECTIONS[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        ${STYLE}
      </head>
      <body class="page" style="margin: 0; padding: 0; background: #f4f4f5;">
        <div aria-hidden="true" dir="auto" style="${HIDDEN}">${preview}</div>
        <table
          role="presentation"
          lang="${language}"
          dir="${DIRECTIONS[language]}"
          class="page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background: #f4f4f5;"
        >
          <tr>
            <td align="center" style="padding: 24px 12px;">
              <table
                role="presentation"
                width="560"
                cellpadding="0"
                cellspacing="0"
                style="width: 100%; max-width: 560px;"
              >
                ${heading ? headingOf(heading) : ''} ${items.map(itemOf)}
                ${
                  more
                    ? html`<tr>
                        <td style="${FONT} padding: 0 8px 12px;">${anchor(more)}</td>
                      </tr>`
                    : ''
                }
                <tr>
                  <td class="soft" style="${FONT} padding: 8px;">
                    <p class="soft" style="${SOFT}">${why}</p>
                    ${links.map((link) => html`<p class="soft" style="${SOFT}">${anchor(link)}</p>`)}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
  return page.source;
}

const headingOf = (heading: string): Html =>
  html`<tr>
    <td style="padding: 0 8px 12px;">
      <h1 class="text" style="${FONT} ${HEADING}">${heading}</h1>
    </td>
  </tr>`;

/** One notification, as `htmlOf` has it. */
export const itemOf = ({ category, title, message, at, link }: Item): Html =>
  html`<tr>
    <td style="padding: 0 0 12px;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        <tr>
          <td class="card" style="${CARD}">
            <p class="soft" style="${SOFT}"><span dir="auto">${category}</span> · ${at}</p>
            <h2 class="text" dir="auto" style="${TITLE}">${lines(title)}</h2>
            ${message && html`<p class="text" dir="auto" style="${TEXT}">${lines(message)}</p>`}
            ${anchor(link)}
          </td>
        </tr>
      </table>
    </td>
  </tr>`;

const anchor = ({ text, url }: Link): Html => html`<a href="${url}" style="font-size: 14px;">${text}</a>`;

/** For all others. */
export function textOf(content: EmailContent): string {
  const { heading, items, why, links } = content;
  const more = moreOf(content);
  const parts = [...(heading ? [heading] : []), ...items.map(entryOf), ...(more ? [linkLine(more)] : [])];
  return `${parts.join('\n\n----\n\n')}\n\n-- \n${[why, ...links.map(linkLine)].join('\n')}\n`;
}

const entryOf = ({ category, title, message, at, link }: Item): string =>
  [`${title}\n${category} · ${at}`, ...(message ? [message] : []), linkLine(link)].join('\n\n');

const linkLine = ({ text, url }: Link) => `${text}: ${url}`;
