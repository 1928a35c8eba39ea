import { expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { askPassword } from './ask-password.ts';

/** A terminal on which somebody types. */
function terminal(...typed: string[]) {
  const shown: string[] = [];
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const prompt = (text: string) => {
    shown.push(text);
    if (text.endsWith(': ')) setImmediate(() => input.write(typed.shift() ?? '\u0003'));
  };
  const asking = askPassword(input as unknown as NodeJS.ReadStream, prompt);
  return { asking, shown };
}

test('a person types it twice, mends what was mistyped, and nothing of it is shown', async () => {
  const { asking, shown } = terminal('three odd bellz\u007fs\r', 'three odd bells\r');
  expect(await asking).toBe('three odd bells');
  expect(shown).toEqual(['Password: ', '\n', 'Once more: ', '\n']);
});

test('two that differ are none', async () => {
  await expect(terminal('three odd bells\r', 'three odd bell\r').asking).rejects.toThrow(
    'These are two passwords.',
  );
});

test('Ctrl+C makes nothing', async () => {
  await expect(terminal('three\u0003').asking).rejects.toThrow('Nothing was made.');
});
