import { createHash } from 'node:crypto';
import type { Language } from '../../catalogue/language.ts';
import { contained } from '../../platform/text/bidi.ts';
import { html, Html } from '../html.ts';
import { unsubscribeWording, type UnsubscribeWording } from './wording.ts';

/** What the page shows: a question, or what was done. */
export type View = 'ask' | 'ended' | 'resumed';

export interface UnsubscribeView {
  readonly language: Language;
  readonly view: View;
  /** Of what it is about; null: of all that is not critical. */
  readonly titles: readonly string[] | null;
  /** Of what cannot be ended. */
  readonly critical: readonly string[];
}

/** The field of the form that takes it back. */
export const RESUME = 'resume';

const STYLE = `
:root { color-scheme: light dark; --page: #f4f4f5; --card: #fff; --line: #e4e4e7; --text: #18181b; --soft: #52525b;
  --main: #4338ca; --on-main: #fff }
@media (prefers-color-scheme: dark) { :root { --page: #18181b; --card: #27272a; --line: #3f3f46; --text: #f4f4f5;
  --soft: #a1a1aa; --main: #a5b4fc; --on-main: #1e1b4b } }
body { margin: 0; padding: 12vh 1rem 2rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, Segoe UI, Roboto, sans-serif }
main { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: 1.75rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 12px; overflow-wrap: anywhere }
.brand { margin: 0 0 .75rem; color: var(--soft); font-size: .875rem }
h1 { margin: 0 0 .75rem; font-size: 1.375rem; line-height: 1.3 }
p, ul { margin: 0 0 1rem }
ul { padding-inline-start: 1.25rem }
.soft { color: var(--soft) }
button { min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--main); border-radius: 8px;
  background: var(--main); color: var(--on-main); font: inherit; font-weight: 600; cursor: pointer }
button.second { background: transparent; color: var(--main) }
.link { margin: 1.25rem 0 0 }
a { color: var(--main) }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
@media (forced-colors: active) { button { border-color: ButtonText } }
`;

/** As it is sent, to the last space: the browser takes the style only if it has this hash. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The address holds what lets somebody end e-mails: no other site may learn it, and no page may draw this one. */
export const PAGE_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

export function unsubscribePage({ language, view, titles, critical }: UnsubscribeView): string {
  const words = unsubscribeWording[language];
  const about = titles ? list(titles) : criticalList(words, critical);
  const isAll = titles === null;
  switch (view) {
    case 'ask':
      return page(language, isAll ? words.askAll : words.ask, [
        ...about,
        html`<form method="post">
          <button name="List-Unsubscribe" value="One-Click">${words.end}</button>
        </form>`,
      ]);
    case 'ended':
      return page(language, isAll ? words.endedAll : words.ended, [
        ...about,
        html`<p>${words.inbox}</p>
          <form method="post"><button name="${RESUME}" class="second">${words.resume}</button></form>`,
        preferencesLink(words),
      ]);
    case 'resumed':
      return page(language, isAll ? words.resumedAll : words.resumed, [
        ...(titles ? list(titles) : []),
        html`<p>${isAll ? words.fromNowOnAll : words.fromNowOn}</p>`,
        preferencesLink(words),
      ]);
  }
}

/** Of a user who is not there any more. */
export const gonePage = (language: Language): string =>
  page(language, unsubscribeWording[language].gone, [html`<p>${unsubscribeWording[language].goneWhy}</p>`]);

export const unknownPage = (language: Language): string =>
  page(language, unsubscribeWording[language].unknown, [
    html`<p>${unsubscribeWording[language].unknownWhy}</p>`,
  ]);

const list = (titles: readonly string[]): Html[] => [
  html`<ul>
    ${titles.map((title) => html`<li dir="auto">${contained(title)}</li>`)}
  </ul>`,
];

const criticalList = (words: UnsubscribeWording, titles: readonly string[]): Html[] =>
  titles.length > 0 ? [html`<p class="soft">${words.critical}</p>`, ...list(titles)] : [];

/** From one folder below the root, wherever a proxy has put that. */
const preferencesLink = (words: UnsubscribeWording): Html =>
  html`<p class="link"><a href="../preferences">${words.preferences}</a></p>`;

function page(language: Language, heading: string, main: readonly Html[]): string {
  const { title } = unsubscribeWording[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} – ${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <p class="brand">${title}</p>
          <h1>${heading}</h1>
          ${main}
        </main>
      </body>
    </html>`.source;
}
