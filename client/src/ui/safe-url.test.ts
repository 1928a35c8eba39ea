import { describe, expect, it } from '@jest/globals';
import { safeUrl } from './safe-url.ts';

const origin = 'https://bell.example';

describe('a link that came from somebody else', () => {
  it.each([['/applications/1?x=y#z'], ['/']])('%s stays here', (url) => {
    expect(safeUrl(url, origin)).toEqual({ kind: 'path', href: url });
  });

  it('may lead out over https', () => {
    expect(safeUrl('https://example.com/a', origin)).toEqual({
      kind: 'external',
      href: 'https://example.com/a',
    });
  });

  it.each([
    ['javascript:alert(1)'],
    [' javascript:alert(1)'],
    ['data:text/html,x'],
    ['http://example.com'],
    ['//evil.example/x'],
    ['/\\evil.example'],
    ['/\t/evil.example'],
    ['https:evil'],
    ['relative'],
    [''],
    [null],
  ])('%j is no link', (url) => {
    expect(safeUrl(url, origin)).toBeNull();
  });
});
