import { describe, expect, it } from '@jest/globals';
import { returnPath, signInPath } from './return-path.ts';

describe('coming back after signing in', () => {
  it('leads to where the reader was', () => {
    const address = signInPath({ pathname: '/notifications', search: '?show=unread', hash: '#why' });
    expect(returnPath(address.slice(address.indexOf('?')))).toBe('/notifications?show=unread#why');
  });

  it.each([
    '?next=https://evil.example',
    '?next=//evil.example',
    '?next=javascript:alert(1)',
    '?next=/sign-in',
    '',
  ])('leads home from %j', (search) => expect(returnPath(search)).toBe('/'));
});
