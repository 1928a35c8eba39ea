import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import type { Message } from '../src/words/message.ts';
import { argumentsOf, compileAll, type Texts } from './compile.ts';
import { partOf, partOfPackage } from './parts.ts';

const CATALOGUE = /\/src\/words\/([a-z]+)\.json\?(?:.*&)?part=([a-z]+)/;
const ARGUMENTS = /\/src\/words\/[a-z]+\.json\?arguments$/;
const SOURCE = /\/client\/(src|packages\/\w+\/src)\/.*\.tsx?$/;
/** What may be a key. */
const STRING = /(['"])([a-z]+\.\w+)\1/g;

const textsIn = (file: string | URL) => JSON.parse(readFileSync(file, 'utf8')) as Texts;

/**
 * Takes the catalogues apart, each of their parts into a file of its own: `de.json?part=first`; and `en.json?arguments` has
 * what each text is filled in with. Where they are built,
 * keys are numbers, in them and where they are said: their names would be much of what is loaded. Not so in packages, whose
 * hosts have words of their own for some keys.
 */
export function catalogues({ areNumbered = true } = {}): Plugin {
  const keys = Object.keys(textsIn(new URL('../src/words/en.json', import.meta.url)));
  const numbers = new Map(keys.map((key, index) => [key, index.toString(36)]));
  return {
    name: 'catalogues',
    enforce: 'pre',
    load(id) {
      if (ARGUMENTS.test(id)) return moduleOf(kindsIn(textsIn(id.split('?')[0]!)));
      const words = wordsOf(id);
      if (!words) return null;
      this.addWatchFile(id.split('?')[0]!);
      const isBuilt = areNumbered && this.environment.mode === 'build';
      const named = words.map(([key, message]) => [isBuilt ? numbers.get(key)! : key, message] as const);
      return moduleOf(Object.fromEntries(named));
    },
    transform(code, id) {
      if (!areNumbered || this.environment.mode !== 'build' || !SOURCE.test(id)) return null;
      const numbered = code.replace(STRING, (text, quote: string, key: string) =>
        numbers.has(key) ? quote + numbers.get(key) + quote : text,
      );
      return numbered === code ? null : { code: numbered, map: null };
    },
  };
}

/** What is fetched by what packages consist of. */
const PARTS_OF_PACKAGES = new Set<string | undefined>(['first', 'acts', 'preferences']);

/** Leaves out of a package what nothing in it says: what is only on our own pages. */
export function onlySaid(): Plugin {
  const said = new Set<string>();
  return {
    name: 'only-said',
    transform(code, id) {
      if (!SOURCE.test(id)) return null;
      for (const [, , key] of code.matchAll(STRING)) said.add(key!);
      for (const [, part] of code.matchAll(/withWords\("(\w+)"/g))
        if (!PARTS_OF_PACKAGES.has(part)) this.error(`Packages have no words of the part "${part}"`);
      if (!id.endsWith('/words/load.ts')) return null;
      const known = (line: string, part: string) => (PARTS_OF_PACKAGES.has(part) ? line : '');
      return { code: code.replace(/^.*json\?part=(\w+).*\n/gm, known), map: null };
    },
    // When all of it has been read.
    renderChunk(code, { name, facadeModuleId }) {
      const isFirst = name === 'bell' || name === 'panel';
      const late = [...code.matchAll(STRING)].find(([, , key]) => isFirst && partOfPackage(key!) !== 'first');
      if (late) this.error(`The bell says what comes later: ${late[0]}`);
      const words = facadeModuleId && wordsOf(facadeModuleId, partOfPackage);
      return words ? moduleOf(Object.fromEntries(words.filter(([key]) => said.has(key)))) : null;
    },
  };
}

/** Those of the part that a module is; undefined for any other module. */
function wordsOf(id: string, partFor = partOf): [string, Message][] | undefined {
  const [, , part] = CATALOGUE.exec(id) ?? [];
  if (part === undefined) return undefined;
  return Object.entries(compileAll(textsIn(id.split('?')[0]!))).filter(([key]) => partFor(key) === part);
}

const moduleOf = (value: object) =>
  ({ code: `export default ${JSON.stringify(value)};`, moduleType: 'js' }) as const;

const kindsIn = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, Object.fromEntries(argumentsOf(text))]),
  );

/** `words-de-first`: what the file of a part is called. */
export function nameOfPart(id: string | null): string | undefined {
  const [, language, part] = CATALOGUE.exec(id ?? '') ?? [];
  return language && `words-${language}-${part}`;
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
