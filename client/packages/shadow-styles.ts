import path from 'node:path';
import type { Plugin } from 'vite';

const STYLES = path.join(import.meta.dirname, 'react/src/styles.ts');
const SHEET = /\/client\/.*\.css$/;
const AS_SCRIPT = '\0styles:';

/**
 * Makes the style sheets of our own pages into those of a shadow root, which styles can neither leave nor enter: what is said
 * of the page is said of the root within, and each colour and measure is a host's to choose, as `--carillon-NAME`. Each comes
 * with the script that needs it, so that nobody pays for those of what is not shown.
 */
export function shadowStyles(): Plugin {
  return {
    name: 'shadow-styles',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && SHEET.test(found.id) ? `${AS_SCRIPT}${found.id.slice(0, -'.css'.length)}` : found;
    },
    load(id) {
      if (!id.startsWith(AS_SCRIPT)) return null;
      const [styles, sheet] = [STYLES, `${id.slice(AS_SCRIPT.length)}.css?inline`].map((file) =>
        JSON.stringify(file),
      );
      return {
        code: `import { addStyles } from ${styles};\nimport sheet from ${sheet};\naddStyles(sheet);`,
        moduleType: 'js',
        moduleSideEffects: true,
      };
    },
    transform(code, id) {
      const [file = '', query] = id.split('?');
      if (query !== 'inline' || !SHEET.test(file)) return null;
      return { code: inShadow(file.endsWith('/ui/base.css') ? withTokens(code) : code), map: null };
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
