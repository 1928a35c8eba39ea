import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { OperatorError } from '../platform/operator-error.ts';

/** More than any password has. */
const MAX_BYTES = 4_096;

/** From a person who types it twice, unseen; or one line from a program. Never from the arguments, which others see. */
export async function askPassword(input: NodeJS.ReadStream, prompt: (text: string) => void): Promise<string> {
  if (!input.isTTY) return lineOf(input);
  const [first, second] = [
    await typed(input, 'Password: ', prompt),
    await typed(input, 'Once more: ', prompt),
  ];
  if (first !== second) throw new OperatorError('These are two passwords.');
  return first;
}

async function typed(
  input: NodeJS.ReadStream,
  question: string,
  prompt: (text: string) => void,
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: true });
  const given = new AbortController();
  reader.once('SIGINT', () => given.abort());
  prompt(question);
  try {
    return await reader.question('', { signal: given.signal });
  } catch {
    throw new OperatorError('Nothing was made.');
  } finally {
    prompt('\n');
    reader.close();
  }
}

async function lineOf(input: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if (Buffer.concat(chunks).length > MAX_BYTES) throw new OperatorError('The password is too long.');
  }
  return Buffer.concat(chunks)
    .toString()
    .replace(/\r?\n$/, '');
}
