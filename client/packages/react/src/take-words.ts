import type { HostWords } from '../../../src/words/host-words.ts';
import { overrule } from '../../../src/words/words.ts';

const warned = new Set<string>();
let taken: { text: string; done: Promise<void> } | undefined;

/**
 * The host's own texts are said from when this is done: those that were given last, by whatever part of its page.
 * @throws for what is no JSON: then ours are said
 */
export async function takeWords(words: HostWords | undefined): Promise<void> {
  if (!words) return;
  // Written in place, they are another object each time that the host draws.
  const text = JSON.stringify(words);
  if (taken?.text !== text) taken = { text, done: take(words) };
  return taken.done;
}

async function take(words: HostWords): Promise<void> {
  const [{ understood }, { default: known }] = await Promise.all([
    import('../../../src/words/host-words.ts'),
    import('../../../src/words/en.json?arguments'),
  ]);
  overrule(understood(words, known, warnOnce));
}

function warnOnce(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
