import '../../../test/browser.ts';
import { expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useSelection } from './use-selection.ts';

const rowsOf = (...ids: string[]) =>
  ids.map((id, index) => ({ id, seq: ids.length - index })) as NotificationRowFragment[];

function select(...ids: string[]) {
  return renderHook(({ rows }) => useSelection(rows, rows), { initialProps: { rows: rowsOf(...ids) } });
}

it('is the same for rows that are read anew, which would all be drawn again by another', () => {
  const { result, rerender } = select('a', 'b');
  const { selection } = result.current;
  rerender({ rows: rowsOf('c', 'a', 'b') });
  expect(result.current.selection).toBe(selection);
  act(() => selection.toggle('a', false));
  expect(result.current.selection).not.toBe(selection);
  expect(result.current.idsSelected).toEqual(['a']);
});

it('takes a range in what is shown by then', () => {
  const { result, rerender } = select('a', 'c');
  act(() => result.current.selection.toggle('a', false));
  const { selection } = result.current;
  rerender({ rows: rowsOf('a', 'b', 'c') });
  act(() => selection.toggle('c', true));
  expect(result.current.idsSelected).toEqual(['a', 'b', 'c']);
});
