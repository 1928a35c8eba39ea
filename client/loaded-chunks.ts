import type { Rolldown } from 'vite';

/** A part of a build, and all that must be there before it runs, each once. */
export function withImports(
  chunk: Rolldown.OutputChunk,
  files: ReadonlyMap<string, Rolldown.OutputChunk | Rolldown.OutputAsset>,
  known = new Set<Rolldown.OutputChunk>(),
): Rolldown.OutputChunk[] {
  known.add(chunk);
  for (const name of chunk.imports) {
    const imported = files.get(name);
    if (imported?.type === 'chunk' && !known.has(imported)) withImports(imported, files, known);
  }
  return [...known];
}
