import '../../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Palette, type Choice } from './palette.tsx';

const user = userEvent.setup();
let done: string[];
/** Where the focus was when it was done. */
let from: (string | null | undefined)[];

const choice = (label: string, more: Partial<Choice> = {}): Choice => ({
  label,
  group: 'Page',
  run: () => {
    done.push(label);
    from.push(document.activeElement?.textContent);
  },
  ...more,
});
const CHOICES = [
  choice('Archive it', { group: 'This notification', command: 'archive' }),
  choice('Applications'),
  choice('Preferences', { words: 'settings' }),
  choice('<b>bold</b> مرحبا 🎉'),
];

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Opener</button>
      {isOpen && (
        <Palette
          choices={CHOICES}
          choiceFor={(written) => choice(`Search for “${written}”`)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

beforeEach(async () => {
  done = [];
  from = [];
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Opener' }));
});

const box = () => screen.getByRole('combobox', { name: 'Find a command or a page' });
const options = () => screen.getAllByRole('option').map((option) => option.textContent);
const active = () => document.getElementById(box().getAttribute('aria-activedescendant')!);
const isGone = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

describe('the palette', () => {
  it('is a combobox whose list is heard while the focus stays in the box', async () => {
    expect(box()).toHaveFocus();
    expect(box()).toHaveAttribute('aria-controls', screen.getByRole('listbox').id);
    expect(active()).toHaveTextContent('Archive it');
    expect(active()).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowDown}');
    expect(active()).toHaveTextContent('Applications');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toHaveTextContent('<b>bold</b>');
    await user.keyboard('{ArrowDown}');
    expect(active()).toHaveTextContent('Archive it');
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
    expect(box()).toHaveFocus();
  });

  it('finds by some letters, by other words and by what it is about, and can always search', async () => {
    await user.keyboard('apl');
    expect(options()).toEqual(['Applications, Page', 'Search for “apl”, Page']);
    expect(screen.getByRole('status')).toHaveTextContent('1 found');
    await user.clear(box());
    await user.keyboard('settings');
    expect(options()[0]).toContain('Preferences');
    await user.clear(box());
    await user.keyboard('this');
    expect(options()[0]).toContain('Archive it');
    await user.clear(box());
    await user.keyboard('zzz');
    expect(options()).toEqual(['Search for “zzz”, Page']);
    expect(screen.getByRole('status')).toHaveTextContent('0 found');
  });

  it('shows what others wrote as text', () => {
    expect(screen.getByRole('option', { name: /<b>bold/ }).querySelector('b')).toBeNull();
  });

  it('names the key of a choice, for the eye', () => {
    expect(within(screen.getByRole('option', { name: /Archive it/ })).getByText('E')).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /^Archive it ?, This notification$/ })).toBeInTheDocument();
  });

  it('does what is chosen by Enter once the focus is back where it was', async () => {
    await user.keyboard('appl{Enter}');
    await isGone();
    expect(done).toEqual(['Applications']);
    expect(from).toEqual(['Opener']);
  });

  it('does what is clicked', async () => {
    await user.click(screen.getByRole('option', { name: /Preferences/ }));
    await isGone();
    expect(done).toEqual(['Preferences']);
    expect(from).toEqual(['Opener']);
  });

  it.each(['{Control>}k{/Control}', '{Meta>}k{/Meta}'])('closes by what has opened it: %s', async (keys) => {
    await user.keyboard(keys);
    await isGone();
    expect(screen.getByRole('button', { name: 'Opener' })).toHaveFocus();
    expect(done).toEqual([]);
  });

  it('has a button to close it, for whoever has no keys', async () => {
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await isGone();
    expect(screen.getByRole('button', { name: 'Opener' })).toHaveFocus();
  });
});
