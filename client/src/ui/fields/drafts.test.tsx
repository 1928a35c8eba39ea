import '../../../test/browser.ts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { clearDrafts, DraftOwnerProvider, useDraft } from './drafts.tsx';

const EMPTY = { title: '', instructorId: '' };
afterEach(() => sessionStorage.clear());

function open(owner: string | null, place = 'new-application') {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DraftOwnerProvider value={owner}>{children}</DraftOwnerProvider>
  );
  return renderHook(() => useDraft(place, EMPTY), { wrapper }).result.current;
}

describe('a draft', () => {
  it('is there again when its place is opened again, until it is sent', () => {
    open('ann').keep({ title: 'Half', instructorId: 'x' });
    expect(open('ann').kept).toEqual({ title: 'Half', instructorId: 'x' });
    open('ann').clear();
    expect(open('ann').kept).toEqual(EMPTY);
    expect(sessionStorage).toHaveLength(0);
  });

  it('leaves nothing behind when everything was deleted again', () => {
    open('ann').keep({ title: 'x', instructorId: '' });
    open('ann').keep(EMPTY);
    expect(sessionStorage).toHaveLength(0);
  });

  it.each([
    ['ann', 'bob', 'new-application'],
    ['ann', 'ann"', 'new-application'],
    ['ann', 'ann","new-application', ''],
    ['constructor', '__proto__', 'new-application'],
    ['ann', 'Ann', 'new-application'],
  ])('of %j is never that of %j', (owner, other, place) => {
    open(owner).keep({ title: 'Secret', instructorId: '' });
    expect(open(other, place).kept).toEqual(EMPTY);
    expect(open(null).kept).toEqual(EMPTY);
  });

  it('of one place is not that of another', () => {
    open('ann', 'decision/1').keep({ title: 'One', instructorId: '' });
    expect(open('ann', 'decision/2').kept).toEqual(EMPTY);
  });

  it('goes when somebody else signs in, and when its writer signs out', () => {
    open('ann').keep({ title: 'Half', instructorId: '' });
    sessionStorage.setItem('other', 'stays');
    clearDrafts('ann');
    expect(open('ann').kept.title).toBe('Half');
    clearDrafts('bob');
    expect(open('ann').kept).toEqual(EMPTY);
    open('ann').keep({ title: 'Half', instructorId: '' });
    clearDrafts();
    expect(open('ann').kept).toEqual(EMPTY);
    expect(sessionStorage.getItem('other')).toBe('stays');
  });

  it.each(['nonsense', 'null', '"text"', '[1,2]', '{"title":5}', '{"title":{"a":1},"other":"x"}'])(
    'that somebody else wrote there, %s, is none',
    (text) => {
      sessionStorage.setItem('carillon-draft:["ann","new-application"]', text);
      expect(open('ann').kept).toEqual(EMPTY);
    },
  );
});
