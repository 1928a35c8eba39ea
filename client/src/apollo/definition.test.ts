import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse, print, stripIgnoredCharacters, type DefinitionNode } from 'graphql';
import { definitionOf, documentOf } from './definition.ts';

const file = new URL('../generated/trusted-documents.json', import.meta.url);
const texts = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);

/** Without places in the text, and what is empty. */
const bare = (node: DefinitionNode) =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  ) as unknown;

test('all that we ask is read as the parser of the language reads it, written as people do and without a space', () => {
  expect(texts.length).toBeGreaterThan(50);
  for (const definition of texts.flatMap((text) => parse(text).definitions)) {
    const text = print(definition);
    for (const written of [text, stripIgnoredCharacters(text)])
      expect(bare(definitionOf(written))).toEqual(bare(definition));
  }
});

test('what is read is asked by the same text, and so by the same id', () => {
  for (const text of texts) {
    const read = documentOf(...parse(text).definitions.map((definition) => definitionOf(print(definition))));
    expect(print(read)).toBe(print(parse(text)));
  }
});
