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
    '?next=/.//evil.example/x',
    '?next=/x/%2e%2e//evil.example',
    '?next=/%252e//evil.example',
    '?next=/%5Cevil.example',
    '?next=/%09/evil.example',
    '?next=/./sign-in',
    '?next=%00',
    '?next=%ff',
    '?next',
    '?next=javascript:alert(1)',
    '?next=/sign-in',
    '',
  ])('leads home from %j', (search) => expect(returnPath(search)).toBe('/'));
});
