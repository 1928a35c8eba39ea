// Where the build puts the text of all style sheets: see `client/packages/shadow-styles.ts`.
const STYLES = '__CARILLON_STYLES__';

let sheet: CSSStyleSheet | undefined;

/**
 * The shadow root of an element, with our styles. They are no element and no attribute: no policy of the page forbids them.
 */
export function shadowOf(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return root;
}
