import '../../test/browser.ts';
import { beforeEach, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useKeyHint } from '../shortcuts/key-words.ts';
import { areSingleKeysOn } from '../shortcuts/single-keys.ts';
import { useCommands } from '../shortcuts/use-commands.ts';
import { KeysSetting } from './keys-setting.tsx';

const user = userEvent.setup();
let asked = 0;

function Buttons() {
  useCommands({ help: () => void asked++ });
  const archive = useKeyHint('archive');
  const undo = useKeyHint('undo');
  const go = useKeyHint('goToNotifications');
  return (
    <>
      <button aria-keyshortcuts={archive.keys} title={archive.title('Archive')} />
      <button aria-keyshortcuts={undo.keys} title={undo.title('Undo')} />
      <button aria-keyshortcuts={go.keys} title={go.title('Notifications')} />
    </>
  );
}

beforeEach(() => {
  localStorage.clear();
  render(
    <>
      <KeysSetting />
      <Buttons />
    </>,
  );
});

const hints = () =>
  screen
    .getAllByRole('button')
    .slice(1)
    .map((button) => [button.title, button.getAttribute('aria-keyshortcuts')]);
const setting = () => screen.getByRole('switch', { name: 'Single-key shortcuts' });

it('is on at first, is kept in this browser, and takes the hints along', async () => {
  expect(setting()).toBeChecked();
  expect(hints()).toEqual([
    ['Archive (E)', 'E'],
    ['Undo (Z)', 'Z Control+Z'],
    ['Notifications (G then N)', null],
  ]);
  await user.click(setting());
  expect(setting()).not.toBeChecked();
  expect(areSingleKeysOn()).toBe(false);
  expect(hints()).toEqual([
    ['Archive', null],
    ['Undo (Ctrl+Z)', 'Control+Z'],
    ['Notifications', null],
  ]);
  await user.click(setting());
  expect(areSingleKeysOn()).toBe(true);
});

it('goes along when it is changed in another tab', () => {
  localStorage.setItem('carillon-single-keys', 'off');
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'carillon-single-keys' })));
  expect(setting()).not.toBeChecked();
});

it('leads to all shortcuts', async () => {
  await user.click(screen.getByRole('button', { name: 'Show all shortcuts' }));
  expect(asked).toBe(1);
});
