import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { compileAll, type Texts } from './compile.ts';
import { partOf } from './parts.ts';

const CATALOGUE = /\/src\/words\/([a-z]+)\.json\?(?:.*&)?part=([a-z]+)/;

/** Takes the catalogues apart, each of their parts into a file of its own: `de.json?part=first`. */
export function catalogues(): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    load(id) {
      const [, , part] = CATALOGUE.exec(id) ?? [];
      if (part === undefined) return null;
      const file = id.split('?')[0]!;
      this.addWatchFile(file);
      const texts = JSON.parse(readFileSync(file, 'utf8')) as Texts;
      const ofPart = Object.entries(texts).filter(([key]) => partOf(key) === part);
      const code = `export default ${JSON.stringify(compileAll(Object.fromEntries(ofPart)))};`;
      return { code, moduleType: 'js' };
    },
  };
}

/** Where the first part of each language is: the page's head has it fetched beside the rest, once it knows which. */
export function firstParts(bundle: Rolldown.OutputBundle): Map<string, string> {
  const parts = new Map<string, string>();
  for (const output of Object.values(bundle)) {
    const id = output.type === 'chunk' ? output.facadeModuleId : null;
    const [, language, part] = CATALOGUE.exec(id ?? '') ?? [];
    if (language !== undefined && part === 'first') parts.set(language, `/${output.fileName}`);
  }
  return parts;
}
