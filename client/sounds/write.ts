// Writes the sounds where the web client serves them from: `npm run sounds`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeSounds } from './compose.ts';

const folder = path.join(import.meta.dirname, '../public/sounds');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of composeSounds()) writeFileSync(path.join(folder, name), bytes);
