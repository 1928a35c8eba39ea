import '../../../test/browser.ts';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { Menu, MenuItem, MenuLink } from './menu.tsx';

const user = userEvent.setup();
const signOut = jest.fn();
const button = () => screen.getByRole('button', { name: 'Account: Iris' });
const item = (name: string) => screen.getByRole('menuitem', { name });

beforeEach(() => {
  signOut.mockClear();
  render(
    <MemoryRouter>
      <Menu label="Account: Iris" button="I" heading="Iris, Instructor">
        <MenuLink to="/preferences">Preferences</MenuLink>
        <MenuLink to="/help">Help</MenuLink>
        <MenuItem onClick={signOut}>Sign out</MenuItem>
      </Menu>
      <button type="button">Elsewhere</button>
    </MemoryRouter>,
  );
});

describe('a menu', () => {
  it('has nothing in it but what can be chosen, and a name', async () => {
    expect(button()).toHaveAttribute('aria-haspopup', 'menu');
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    await user.click(button());
    expect(button()).toHaveAttribute('aria-expanded', 'true');
    const menu = screen.getByRole('menu', { name: 'Iris, Instructor' });
    expect([...menu.children].map((child) => child.getAttribute('role'))).toEqual(Array(3).fill('menuitem'));
    expect(item('Preferences')).toHaveFocus();
  });

  it.each([
    ['{ArrowDown}', 'Help'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}', 'Preferences'],
    ['{ArrowUp}', 'Sign out'],
    ['{End}', 'Sign out'],
    ['{End}{Home}', 'Preferences'],
    ['s', 'Sign out'],
    ['h', 'Help'],
  ])('goes with %s to %s', async (keys, name) => {
    button().focus();
    await user.keyboard('{ArrowDown}');
    await user.keyboard(keys);
    expect(item(name)).toHaveFocus();
  });

  it('gives the focus back on Escape, and goes on from its button on Tab', async () => {
    await user.click(button());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  });

  it.each([
    ['on its heading', () => user.click(screen.getByText('Iris, Instructor'))],
    ['nowhere', async () => act(() => (document.activeElement as HTMLElement).blur())],
  ])('closes on Escape also when the focus is %s', async (_, go) => {
    await user.click(button());
    await go();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(button()).toHaveFocus();
  });

  it('closes on a choice, and on a press elsewhere', async () => {
    await user.click(button());
    await user.click(item('Sign out'));
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    await user.click(button());
    await user.click(document.body);
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('gives the focus back to its button by what was chosen, unless that leads elsewhere', async () => {
    button().focus();
    await user.keyboard('{ArrowDown}{End}{Enter}');
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(button()).toHaveFocus();
  });
});
