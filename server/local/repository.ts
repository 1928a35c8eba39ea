import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A path inside the repository, wherever the command was typed. */
export function inRepository(...parts: string[]): string {
  return path.join(root, ...parts);
}
