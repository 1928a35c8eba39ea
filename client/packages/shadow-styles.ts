import type { Plugin } from 'vite';

/** Where the style sheets come to stand, as one text, in the built script. */
const PLACE = '__CARILLON_STYLES__';

/**
 * Makes the style sheets of our own pages into those of a shadow root, which styles can neither leave nor enter: what is said
 * of the page is said of the root within, and each colour and measure is a host's to choose, as `--carillon-NAME`.
 */
export function shadowStyles(): Plugin {
  return {
    name: 'shadow-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/client\/.*\.css$/.test(id)) return null;
      return { code: inShadow(id.endsWith('/ui/base.css') ? withTokens(code) : code), map: null };
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
        const text = sheets.map((sheet) => (sheet.type === 'asset' ? String(sheet.source) : '')).join('');
        for (const { fileName } of sheets) Reflect.deleteProperty(bundle, fileName);
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.code.includes(PLACE)) continue;
          chunk.code = chunk.code.replace(new RegExp(`(["'\`])${PLACE}\\1`), () => JSON.stringify(text));
        }
      },
    },
  };
}

const inShadow = (code: string) => code.replaceAll(':root', '.carillon-root');

/** The page's own look: the first rule has the tokens, and two are about the page as such. */
function withTokens(code: string): string {
  const end = code.indexOf('}');
  const tokens = code
    .slice(0, end)
    // Light or dark as the host's page is, unless it says otherwise.
    .replace(/\s*color-scheme:.*;/, '')
    .replaceAll(/--([\w-]+): ([^;]+);/g, '--$1: var(--carillon-$1, $2);');
  const rest = code
    .slice(end)
    .replace(/\nhtml \{[^}]*\}/, '')
    .replace(/\nbody \{/, '\n.carillon-root {')
    .replace(/font-family:[^;]*;/, 'font-family: var(--carillon-font, inherit);');
  return tokens + rest;
}
