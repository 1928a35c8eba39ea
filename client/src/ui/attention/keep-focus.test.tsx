import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { keepFocus } from './keep-focus.ts';

const user = userEvent.setup();
let stop: () => void;
beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => stop());

/** Takes itself away when it is pressed. */
function Once({
  children,
  wrap = (button) => button,
}: {
  children: string;
  wrap?: (it: ReactNode) => ReactNode;
}) {
  const [isGone, setGone] = useState(false);
  if (isGone) return null;
  return wrap(
    <button type="button" onClick={() => setGone(true)}>
      {children}
    </button>,
  );
}

const press = async (name: string) => {
  screen.getByRole('button', { name }).focus();
  await user.keyboard('{Enter}');
};

describe('when what has the focus goes away', () => {
  it.each([
    ['alone', (it: ReactNode) => it],
    ['with the form that it is in', (it: ReactNode) => <form>{it}</form>],
    [
      'with the section and its heading',
      (it: ReactNode) => (
        <section>
          <h2>Decide</h2>
          <div>{it}</div>
        </section>
      ),
    ],
  ])('%s, the focus goes on to the heading before it', async (_, wrap) => {
    render(
      <main tabIndex={-1}>
        <h1>Viola</h1>
        <p>From Casey</p>
        <Once wrap={wrap}>Approve</Once>
        <h2>Afterwards</h2>
      </main>,
    );
    await press('Approve');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Viola' })).toHaveFocus());
  });

  it('stays in the dialog that it was in', async () => {
    render(
      <main>
        <h1>Page</h1>
        <div role="dialog" aria-label="Panel">
          <h2>Panel</h2>
          <Once>End now</Once>
        </div>
      </main>,
    );
    await press('End now');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Panel' })).toHaveFocus());
  });

  it('goes to the row before it rather than to a heading or a button in that row', async () => {
    render(
      <main>
        <h1>List</h1>
        <article tabIndex={0} aria-label="Row">
          <h2>Today</h2>
          <button type="button">Delete</button>
        </article>
        <Once>Load more</Once>
      </main>,
    );
    await press('Load more');
    await waitFor(() => expect(screen.getByRole('article')).toHaveFocus());
  });

  it('goes to the page where nothing stands before it', async () => {
    render(
      <main>
        <Once>Not now</Once>
        <h1>Viola</h1>
      </main>,
    );
    await press('Not now');
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it('goes from what lies over the page to its beginning, or to that of what it lay over', async () => {
    render(
      <main>
        <h1>Page</h1>
        <h2>Last</h2>
        <div role="dialog" aria-label="Sheet">
          <h2>Sheet</h2>
          <article tabIndex={0} aria-label="Row" />
          <div data-apart>
            <Once>Undo</Once>
          </div>
        </div>
        <div data-apart>
          <Once>Dismiss</Once>
        </div>
      </main>,
    );
    await press('Undo');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sheet' })).toHaveFocus());
    await press('Dismiss');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Page' })).toHaveFocus());
  });

  it('is left where somebody put it who knew better', async () => {
    render(
      <main>
        <h1>Page</h1>
        <input aria-label="Next" />
        <button
          type="button"
          onClick={({ currentTarget }) => {
            screen.getByLabelText('Next').focus();
            currentTarget.remove();
          }}
        >
          Go
        </button>
      </main>,
    );
    await press('Go');
    await waitFor(() => expect(screen.queryByRole('button')).not.toBeInTheDocument());
    expect(screen.getByLabelText('Next')).toHaveFocus();
  });

  it('is not brought back to a reader who has put it down', async () => {
    render(
      <main>
        <h1>Page</h1>
        <button type="button">Later</button>
      </main>,
    );
    const button = screen.getByRole('button');
    button.focus();
    button.blur();
    await Promise.resolve();
    button.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.body).toHaveFocus();
  });
});
