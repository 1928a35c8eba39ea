import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Commands } from './commands.ts';
import { handleKeys } from './handle-keys.ts';
import { chooseSingleKeys } from './single-keys.ts';
import type { CommandName } from './shortcuts.ts';
import { useCommands } from './use-commands.ts';

const user = userEvent.setup();
let done: CommandName[];
let stop: () => void;

const NAMES = [
  'goToNotifications',
  'undo',
  'palette',
  'archive',
  'next',
  'markAsRead',
  'help',
  'open',
] as const;

function Offers() {
  const commands: Commands = Object.fromEntries(NAMES.map((name) => [name, () => done.push(name)]));
  useCommands(commands);
  return null;
}

beforeEach(() => {
  done = [];
  localStorage.clear();
  stop = handleKeys();
  render(<Offers />);
});
afterEach(() => stop());

/** Something to have the focus. */
function put(html: string): HTMLElement {
  const { container } = render(<div dangerouslySetInnerHTML={{ __html: html }} />);
  const [element] = container.querySelectorAll<HTMLElement>('[data-focus]');
  element?.focus();
  return element!;
}

describe('a key', () => {
  it('does what the table says, once', async () => {
    await user.keyboard('e');
    await user.keyboard('{Shift>}i{/Shift}');
    await user.keyboard('{Control>}z{/Control}{Meta>}k{/Meta}?');
    expect(done).toEqual(['archive', 'markAsRead', 'undo', 'palette', 'help']);
  });

  it('is kept from the browser only where somebody wants it', () => {
    expect(fireEvent.keyDown(document.body, { key: 'e', code: 'KeyE' })).toBe(false);
    expect(fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: 'r', code: 'KeyR', ctrlKey: true })).toBe(true);
    expect(done).toEqual(['archive']);
  });

  it('is for the browser with another modifier', async () => {
    await user.keyboard('{Control>}e{/Control}{Alt>}e{/Alt}{Meta>}{Shift>}z{/Shift}{/Meta}');
    expect(done).toEqual([]);
  });

  it('does nothing again that something else has done', () => {
    const taker = put('<div tabindex="0" data-focus></div>');
    taker.addEventListener('keydown', (event) => event.preventDefault());
    fireEvent.keyDown(taker, { key: 'e', code: 'KeyE' });
    expect(done).toEqual([]);
  });

  it('that is held down goes through a list, and changes nothing', () => {
    for (const key of ['j', 'e'])
      fireEvent.keyDown(document.body, { key, code: `Key${key.toUpperCase()}`, repeat: true });
    expect(done).toEqual(['next']);
  });

  it('that begins a character of an input method is none', () => {
    fireEvent.keyDown(document.body, { key: 'e', code: 'KeyE', isComposing: true });
    expect(done).toEqual([]);
  });

  it.each([
    '<input data-focus>',
    '<input type="search" data-focus>',
    '<input type="date" data-focus>',
    '<textarea data-focus></textarea>',
    '<select data-focus><option>Yes</option></select>',
    '<div contenteditable="true" tabindex="0" data-focus></div>',
    '<div contenteditable=""><b tabindex="0" data-focus></b></div>',
    '<div role="textbox" tabindex="0" data-focus></div>',
    '<div role="menu"><button role="menuitem" data-focus></button></div>',
    '<div role="listbox" tabindex="0" data-focus></div>',
  ])('is for what is written into: %s', async (html) => {
    put(html);
    await user.keyboard('e?{Control>}z{/Control}{Control>}k{/Control}gn');
    expect(done).toEqual([]);
  });

  it.each([
    '<input type="checkbox" data-focus>',
    '<button data-focus></button>',
    '<a href="#" data-focus>Link</a>',
    '<div contenteditable="false" tabindex="0" data-focus></div>',
  ])('is ours where nothing can be written: %s', async (html) => {
    put(html);
    await user.keyboard('e');
    expect(done).toEqual(['archive']);
  });

  it.each(['<a href="#" data-focus>Link</a>', '<button data-focus></button>'])(
    'Enter presses what has the focus, and nothing else: %s',
    (html) => {
      const element = put(html);
      expect(fireEvent.keyDown(element, { key: 'Enter', code: 'Enter' })).toBe(true);
      expect(done).toEqual([]);
      fireEvent.keyDown(document.body, { key: 'Enter', code: 'Enter' });
      expect(done).toEqual(['open']);
    },
  );
});

describe('keys one after the other', () => {
  const press = (key: string, timeStamp: number) => {
    const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true });
    Object.defineProperty(event, 'timeStamp', { value: timeStamp });
    document.body.dispatchEvent(event);
  };

  it('belong together', () => {
    press('g', 0);
    press('n', 2_900);
    expect(done).toEqual(['goToNotifications']);
  });

  it('unless too much time has passed', () => {
    press('g', 0);
    press('n', 3_100);
    expect(done).toEqual([]);
  });

  it('and the second does nothing else, nor does a third belong to them', () => {
    press('g', 0);
    press('e', 100);
    expect(done).toEqual([]);
    press('n', 200);
    press('e', 300);
    expect(done).toEqual(['archive']);
  });

  it('also with Shift in between', () => {
    press('g', 0);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    press('n', 100);
    expect(done).toEqual(['goToNotifications']);
  });

  it('and not when the reader was in another window', () => {
    press('g', 0);
    window.dispatchEvent(new Event('blur'));
    press('n', 100);
    expect(done).toEqual([]);
  });
});

describe('where single keys are switched off', () => {
  beforeEach(() => chooseSingleKeys(false));

  it('letters and signs are nobody’s, and what has a modifier or a name still works', async () => {
    await user.keyboard('e?gn{Shift>}i{/Shift}');
    expect(done).toEqual([]);
    await user.keyboard('{Control>}k{/Control}{Enter}');
    expect(done).toEqual(['palette', 'open']);
  });

  it('they work again once they are switched on', async () => {
    chooseSingleKeys(true);
    await user.keyboard('e');
    expect(done).toEqual(['archive']);
  });
});
