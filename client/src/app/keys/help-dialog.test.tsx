import '../../../test/browser.ts';
import { beforeEach, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { SHORTCUTS } from '../../shortcuts/shortcuts.ts';
import { chooseSingleKeys } from '../../shortcuts/single-keys.ts';
import { HelpDialog } from './help-dialog.tsx';

beforeEach(() => localStorage.clear());

const show = () =>
  render(
    <MemoryRouter>
      <HelpDialog onClose={() => undefined} />
    </MemoryRouter>,
  );

it('has every shortcut of the table, with all its keys', () => {
  show();
  const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const rows = within(dialog).getAllByRole('row');
  expect(rows).toHaveLength(SHORTCUTS.length);
  expect(
    within(dialog).getByRole('row', { name: 'Undo what was done last Z or Ctrl+Z' }),
  ).toBeInTheDocument();
  expect(within(dialog).getByRole('row', { name: 'Go to notifications G then N' })).toBeInTheDocument();
  expect(within(dialog).getByRole('row', { name: 'Mark it as read Shift+I' })).toBeInTheDocument();
  const tables = within(dialog).getAllByRole('table');
  expect(tables.map((table) => table.querySelector('caption')?.textContent)).toEqual([
    'On every page',
    'In a list of notifications',
    'On the notification that has the focus, or whose page is open',
  ]);
});

it('says where single keys are switched off, and leads to the switch', () => {
  chooseSingleKeys(false);
  show();
  expect(screen.getByText('Single keys are switched off in this browser.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Switch single keys on' })).toHaveAttribute(
    'href',
    '/preferences#this-browser',
  );
});
