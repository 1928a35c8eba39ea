// Writes what our client asks, by the ids under which it asks it. Part of "npm run codegen".
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { InMemoryCache } from '@apollo/client';
import { print, type DocumentNode } from 'graphql';
import * as generated from '../src/generated/graphql.ts';

// Links are given documents as the cache transforms them; what goes past Apollo is printed as it stands.
const cache = new InMemoryCache();
const documents = Object.values(generated).filter(isOperation);
const texts = documents.flatMap((document) => [print(cache.transformDocument(document)), print(document)]);
const ids = texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text] as const);
const manifest = Object.fromEntries(ids.sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(
  new URL('../src/generated/trusted-documents.json', import.meta.url),
  `${JSON.stringify(manifest, null, 2)}\n`,
);

function isOperation(value: unknown): value is DocumentNode {
  const { kind, definitions } = value as DocumentNode;
  return kind === 'Document' && definitions.some((definition) => definition.kind === 'OperationDefinition');
}
