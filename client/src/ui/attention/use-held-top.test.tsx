import '../../../test/browser.ts';
import { expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useHeldTop } from './use-held-top.ts';

function List({ ids }: { ids: string[] }) {
  const { shown, heldCount, attention, release } = useHeldTop(ids.map((id) => ({ id })));
  return (
    <>
      <button onClick={release}>{heldCount} new</button>
      <div data-testid="list" {...attention}>
        {shown.map(({ id }) => id).join(' ')}
      </div>
    </>
  );
}

const list = () => screen.getByTestId('list');

it('nothing comes in on top while the pointer is on the list; what is loaded below does', async () => {
  const { rerender } = render(<List ids={['b', 'a']} />);
  // React draws what a pointer has done a moment later, unlike what is clicked.
  await userEvent.hover(list());
  rerender(<List ids={['d', 'c', 'b', 'a', '1']} />);
  expect(list()).toHaveTextContent(/^b a 1$/);
  fireEvent.click(screen.getByText('2 new'));
  expect(list()).toHaveTextContent(/^d c b a 1$/);
  rerender(<List ids={['e', 'd', 'c', 'a', '1']} />);
  expect(list()).toHaveTextContent(/^d c a 1$/);
  fireEvent.pointerLeave(list());
  await waitFor(() => expect(list()).toHaveTextContent(/^e d c a 1$/));
});
