import '../../../test/browser.ts';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FloatingMenu } from './floating-menu.tsx';
import { MenuItem } from './menu.tsx';

const user = userEvent.setup();
const chosen = jest.fn();
const outside = jest.fn();

function Place() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <div onKeyDown={outside} onMouseDown={outside}>
      <button type="button" onClick={({ currentTarget }) => setAnchor(currentTarget)}>
        Open
      </button>
      <button type="button">After</button>
      {anchor && (
        <FloatingMenu anchor={anchor} heading="With this" onClose={() => setAnchor(null)}>
          <MenuItem onClick={() => chosen(document.activeElement?.textContent)}>One</MenuItem>
          <MenuItem>Two</MenuItem>
          <MenuItem>Three</MenuItem>
        </FloatingMenu>
      )}
    </div>
  );
}

const button = () => screen.getByRole('button', { name: 'Open' });
const item = (name: string) => screen.getByRole('menuitem', { name });

beforeEach(async () => {
  chosen.mockClear();
  render(<Place />);
  await user.click(button());
  outside.mockClear();
});

describe('a floating menu', () => {
  it('has a name and the focus on its first choice', () => {
    expect(screen.getByRole('menu', { name: 'With this' })).toBeInTheDocument();
    expect(item('One')).toHaveFocus();
  });

  it.each([
    ['{ArrowDown}', 'Two'],
    ['{ArrowUp}', 'Three'],
    ['{End}{Home}', 'One'],
    ['t', 'Two'],
    ['tt', 'Three'],
  ])('goes with %s to %s, and what it stands in hears nothing of that', async (keys, name) => {
    await user.keyboard(keys);
    expect(item(name)).toHaveFocus();
    expect(outside).not.toHaveBeenCalled();
  });

  it('gives the focus back on Escape, and goes on from its button on Tab', async () => {
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it('has given the focus back before what was chosen is done', async () => {
    await user.click(item('One'));
    expect(chosen).toHaveBeenCalledWith('Open');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('keeps the focus when its heading is pressed', async () => {
    await user.click(screen.getByText('With this'));
    expect(item('One')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(button()).toHaveFocus();
  });

  it('closes on a press elsewhere, and leaves the focus somewhere', async () => {
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    await waitFor(() => expect(button()).toHaveFocus());
  });
});
