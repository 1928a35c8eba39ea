// Writes what our client asks, by the ids under which it asks it. Part of "npm run codegen".
import { createHash } from 'node:crypto';
import { globSync, writeFileSync } from 'node:fs';
import { InMemoryCache } from '@apollo/client';
import { Kind, print, type DocumentNode } from 'graphql';

const GENERATED = new URL('../src/generated/', import.meta.url);

// Links are given documents as the cache transforms them; what goes past Apollo is printed as it stands.
const cache = new InMemoryCache();
const modules = await Promise.all(
  globSync('*.ts', { cwd: GENERATED }).map(
    (name) => import(new URL(name, GENERATED).href) as Promise<Record<string, unknown>>,
  ),
);
const documents = modules.flatMap((module) => Object.values<unknown>(module)).filter(isOperation);
const texts = documents.flatMap((document) => [print(cache.transformDocument(document)), print(document)]);
const ids = texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text] as const);
const manifest = Object.fromEntries(ids.sort(([a], [b]) => a.localeCompare(b)));
writeFileSync(new URL('trusted-documents.json', GENERATED), `${JSON.stringify(manifest, null, 2)}\n`);

function isOperation(value: unknown): value is DocumentNode {
  const { kind, definitions } = value as DocumentNode;
  return (
    kind === Kind.DOCUMENT && definitions.some((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  );
}
