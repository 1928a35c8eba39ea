import { describe, expect, it } from '@jest/globals';
import { strokeOf } from './stroke.ts';

type Modifiers = { shift?: boolean; ctrl?: boolean; meta?: boolean; alt?: boolean; altGraph?: boolean };

const press = (key: string, code: string, modifiers: Modifiers = {}) => {
  const { shift = false, ctrl = false, meta = false, alt = false, altGraph = false } = modifiers;
  return strokeOf({
    key,
    code,
    shiftKey: shift,
    ctrlKey: ctrl,
    metaKey: meta,
    altKey: alt,
    getModifierState: (name) => name === 'AltGraph' && altGraph,
  });
};

describe('what was pressed', () => {
  it.each<[string, string | null, Parameters<typeof press>]>([
    ['a letter', 'e', ['e', 'KeyE']],
    ['with Shift', 'Shift+i', ['I', 'KeyI', { shift: true }]],
    ['with Caps Lock', 'e', ['E', 'KeyE']],
    ['with Caps Lock and Shift', 'Shift+i', ['i', 'KeyI', { shift: true }]],
    ['with Ctrl', 'Mod+k', ['k', 'KeyK', { ctrl: true }]],
    ['with ⌘', 'Mod+z', ['z', 'KeyZ', { meta: true }]],
    ['a named key', 'Delete', ['Delete', 'Delete']],
    ['where Dvorak has it', 'e', ['e', 'KeyD']],
    ['where AZERTY has it', 'z', ['z', 'KeyW']],
    ['on a Russian keyboard', 'e', ['у', 'KeyE']],
    ['on a Russian keyboard, with Shift', 'Shift+i', ['Ш', 'KeyI', { shift: true }]],
    ['on a Russian keyboard, with Ctrl', 'Mod+k', ['л', 'KeyK', { ctrl: true }]],
    ['on a Greek keyboard', 'j', ['ξ', 'KeyJ']],
    ['on an Arabic keyboard', 'h', ['ا', 'KeyH']],
    ['on a Hebrew keyboard', 'k', ['ל', 'KeyK']],
    ['of a vowel sign of Devanagari', 'e', ['ा', 'KeyE']],
    ['the i of Turkey, which has no dot', 'i', ['ı', 'KeyI']],
    ['a slash', '/', ['/', 'Slash']],
    ['a slash on a German keyboard', '/', ['/', 'Digit7', { shift: true }]],
    ['a slash’s place on an Arabic keyboard', '/', ['ظ', 'Slash']],
    ['a question mark of Arabic', '?', ['؟', 'Slash', { shift: true }]],
    ['a hash with AltGr', '#', ['#', 'Digit3', { altGraph: true }]],
    [
      'a hash with AltGr, as Windows tells it',
      '#',
      ['#', 'Digit3', { ctrl: true, alt: true, altGraph: true }],
    ],
  ])('%s is %s', (_, stroke, pressed) => {
    expect(press(...pressed)).toBe(stroke);
  });

  it.each<[string, Parameters<typeof press>]>([
    ['a letter with Alt', ['e', 'KeyE', { alt: true }]],
    ['a sign with Ctrl', ['/', 'Slash', { ctrl: true }]],
    ['a letter of another script with AltGr', ['ą', 'KeyA', { altGraph: true }]],
    ['Ctrl+Shift', ['Z', 'KeyZ', { ctrl: true, shift: true }]],
    ['Ctrl and ⌘ together', ['k', 'KeyK', { ctrl: true, meta: true }]],
    ['an umlaut', ['ö', 'Semicolon']],
    ['an accent that waits for its letter', ['Dead', 'Quote']],
    ['what an input method works on', ['Process', 'KeyE']],
    ['Shift+Enter', ['Enter', 'Enter', { shift: true }]],
  ])('%s is nothing of ours', (_, pressed) => {
    expect(press(...pressed)).toBeNull();
  });

  it('does not take a sign for what other keyboards have on its key', () => {
    expect(press('€', 'KeyE', { altGraph: true })).toBe('€');
    expect(press('£', 'Digit3', { shift: true })).not.toBe('#');
    expect(press('§', 'Slash', { shift: true })).not.toBe('?');
  });
});
