import { createHash } from 'node:crypto';
import { DIRECTIONS, type Language } from '../catalogue/language.ts';
import { html, Html } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; --page: #f4f4f5; --card: #fff; --line: #e4e4e7; --text: #18181b; --soft: #52525b;
  --main: #4338ca; --on-main: #fff }
@media (prefers-color-scheme: dark) { :root { --page: #18181b; --card: #27272a; --line: #3f3f46; --text: #f4f4f5;
  --soft: #a1a1aa; --main: #a5b4fc; --on-main: #1e1b4b } }
body { margin: 0; padding: 12vh min(1rem, 4vw) 2rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, Segoe UI, Roboto, sans-serif }
main { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: min(1.75rem, 5vw); background: var(--card);
  border: 1px solid var(--line); border-radius: 12px; overflow-wrap: anywhere }
.brand { margin: 0 0 .75rem; color: var(--soft); font-size: .875rem }
h1 { margin: 0 0 .75rem; font-size: min(1.375rem, 10vw); line-height: 1.3 }
p, ul { margin: 0 0 1rem }
ul { padding-inline-start: 1.25rem }
.soft { color: var(--soft) }
button { min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--main); border-radius: 8px;
  background: var(--main); color: var(--on-main); font: inherit; font-weight: 600; cursor: pointer }
button.second { background: transparent; color: var(--main) }
.link { margin: 1.25rem 0 0 }
a { color: var(--main) }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem }
fieldset { margin: 0; padding: .75rem 0; border: 0; border-top: 1px solid var(--line); min-width: 0 }
legend { float: inline-start; width: 100%; padding: 0; font-weight: 600 }
.fields { clear: both; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center }
.fields label { display: inline-flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center; max-width: 100% }
select, input[type=time] { max-width: 100%; min-height: 2.75rem; padding: 0 .5rem; border: 1px solid var(--soft);
  border-radius: 8px; background: var(--card); color: var(--text); font: inherit }
input[type=checkbox] { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--main) }
.note { padding: .5rem .75rem; border: 1px solid var(--main); border-radius: 8px; font-weight: 600 }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px }
@media (forced-colors: active) { button { border-color: ButtonText } }
`;

/** As it is sent, to the last space: the browser takes the style only if it has this hash. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The address holds what lets somebody change something: no other site may learn it, and no page may draw this one. */
export const PAGE_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

export interface PlainPage {
  readonly language: Language;
  /** Whose page it is. */
  readonly brand: string;
  readonly heading: string;
  readonly main: readonly Html[];
}

/** A page that works in any browser, for whoever comes by a link in an e-mail. */
export const plainPage = ({ language, brand, heading, main }: PlainPage): string =>
  html`<!doctype html>
    <html lang="${language}" dir="${DIRECTIONS[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading} – ${brand}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <main>
          <p class="brand">${brand}</p>
          <h1>${heading}</h1>
          ${main}
        </main>
      </body>
    </html>`.source;
