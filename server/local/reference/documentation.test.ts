import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../repository.ts';

// Whoever follows a link arrives, and whoever begins at the start page finds everything.
const START = 'docs/README.md';
const PAGES = globSync(['*.md', 'docs/**/*.md', 'llms.txt'], { cwd: inRepository() }).sort();

interface Link {
  from: string;
  /** As it is written. */
  target: string;
  /** In the repository; of the page itself where only a place in it is named. */
  file: string;
  place: string;
}

const contentOf = (page: string) => readFileSync(inRepository(page), 'utf8');
/** Without what is code. */
const proseOf = (page: string) =>
  contentOf(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');

function linksOf(page: string): Link[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(({ 1: target }) => {
    if (/^[a-z]+:/.test(target!)) return [];
    const [address, place = ''] = target!.split('#');
    const file = address === '' ? page : path.join(path.dirname(page), decodeURI(address!));
    return [{ from: page, target: target!, file, place }];
  });
}

/** What GitHub calls the places of a page. */
function placesOf(page: string): Set<string> {
  const places = new Set<string>();
  for (const [, heading] of contentOf(page)
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .matchAll(/^#+ (.+)$/gm)) {
    const words = heading!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const place = words.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
    let again = 0;
    while (places.has(again ? `${place}-${again}` : place)) again++;
    places.add(again ? `${place}-${again}` : place);
  }
  return places;
}

const links = PAGES.flatMap(linksOf);

test('every link leads to a file, and to a place in it where it names one', () => {
  expect(links.length).toBeGreaterThan(300);
  const astray = links.filter(({ file, place }) => {
    if (!existsSync(inRepository(file))) return true;
    return place !== '' && file.endsWith('.md') && !placesOf(file).has(place);
  });
  expect(astray.map(({ from, target }) => `${from}: ${target}`)).toEqual([]);
});

test('the start page leads to every page in docs/', () => {
  const reached = new Set(linksOf(START).map(({ file }) => file));
  const pages = PAGES.filter((page) => page.startsWith('docs/') && page !== START);
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

test('whatever else is in docs/ is named by one of its pages', () => {
  const others = globSync('docs/**/*', { cwd: inRepository() }).filter(
    (file) => statSync(inRepository(file)).isFile() && !file.endsWith('.md'),
  );
  const named = new Set(links.map(({ file }) => file));
  const isNamed = (file: string): boolean => file !== '.' && (named.has(file) || isNamed(path.dirname(file)));
  expect(others.length).toBeGreaterThan(10);
  expect(others.filter((file) => !isNamed(file))).toEqual([]);
});

test('llms.txt has what the start page has, in the form of llmstxt.org', () => {
  const text = contentOf('llms.txt');
  expect(text).toMatch(/^# Carillon\n\n> .+\n\n## .+\n\n- \[/);
  expect(
    text.split('\n').filter((line) => !/^(|# .+|> .+|## .+|- \[[^\]]+\]\([^)]+\)(: .+)?)$/.test(line)),
  ).toEqual([]);
  const named = new Set(linksOf('llms.txt').map(({ file }) => file));
  expect(
    linksOf(START).filter(({ file, from }) => !named.has(file) && file !== from && file !== 'README.md'),
  ).toEqual([]);
});

test('README.md and CONTRIBUTING.md lead to the start page', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md'])
    expect(linksOf(page).map(({ file }) => file)).toContain(START);
});
