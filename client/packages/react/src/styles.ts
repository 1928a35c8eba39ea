let text = '';
let sheet: CSSStyleSheet | undefined;

/** Called by each style sheet as it comes with what it is for: see `client/packages/shadow-styles.ts`. */
export function addStyles(styles: string): void {
  text += styles;
  sheet?.replaceSync(text);
}

/**
 * The shadow root of an element, with our styles. They are no element and no attribute: no policy of the page forbids them.
 */
export function shadowOf(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return root;
}
