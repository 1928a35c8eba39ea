import '../../../test/browser.ts';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { showTab } from '../../../test/visibility.ts';
import { chooseSound } from '../../browser/sound.ts';
import { toastStore } from '../../ui/layers/toast-store.ts';
import { ArrivalSound } from './arrival-sound.ts';

let played: string[];
let refusal: Error | undefined;
let leads: boolean;
let now: number;

class FakeAudio {
  #source: string;
  constructor(source: string) {
    this.#source = source;
  }
  async play() {
    if (refusal) throw refusal;
    played.push(this.#source);
  }
}

beforeEach(() => {
  played = [];
  refusal = undefined;
  leads = true;
  now = 1_000_000;
  localStorage.clear();
  sessionStorage.clear();
  Object.assign(globalThis, { Audio: FakeAudio });
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  showTab('visible');
});

const sound = () =>
  new ArrivalSound({
    get leads() {
      return leads;
    },
  });
const general = { category: 'general' };
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the sound of what arrives', () => {
  it('is none before one was chosen, and then that of its category', async () => {
    await sound().ring([general]);
    expect(played).toEqual([]);
    chooseSound('general', 'chime');
    await sound().ring([{ category: 'other' }]);
    expect(played).toEqual([]);
    await sound().ring([{ category: 'other' }, general]);
    expect(played).toEqual(['/sounds/chime.wav']);
    now += 3_000;
    chooseSound('general', undefined);
    await sound().ring([general]);
    expect(played).toHaveLength(1);
  });

  it('is made at most once in three seconds, whichever tab leads', async () => {
    chooseSound('general', 'bell');
    for (const wait of [0, 1_000, 1_999]) {
      now += wait;
      await sound().ring([general]);
    }
    expect(played).toHaveLength(1);
    now += 1;
    await sound().ring([general]);
    expect(played).toHaveLength(2);
  });

  it('is for the leading tab alone', async () => {
    chooseSound('general', 'bell');
    const here = sound();
    leads = false;
    await here.ring([general]);
    expect(played).toEqual([]);
    leads = true;
    await here.ring([general]);
    expect(played).toEqual(['/sounds/bell.wav']);
  });

  it('that the browser blocks is said once, in words, when the reader is there', async () => {
    chooseSound('general', 'bell');
    refusal = new DOMException('Not now', 'NotAllowedError');
    showTab('hidden');
    for (let index = 0; index < 3; index++, now += 3_000) await sound().ring([general]);
    await settled();
    expect(toastStore.get()).toEqual([]);
    showTab('visible');
    expect(toastStore.get().map(({ title }) => title)).toEqual(['A sound was blocked']);
    now += 3_000;
    await sound().ring([general]);
    await settled();
    expect(toastStore.get()).toHaveLength(1);
  });

  it('is none while the reader looks at the inbox, in whichever tab that is', async () => {
    chooseSound('general', 'bell');
    let isHeld = true;
    const query = async () => ({ held: isHeld ? [{ name: 'carillon-inbox-in-view' }] : [] });
    Object.defineProperty(navigator, 'locks', { value: { query }, configurable: true });
    await sound().ring([general]);
    expect(played).toEqual([]);
    isHeld = false;
    await sound().ring([general]);
    expect(played).toEqual(['/sounds/bell.wav']);
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  });

  it('that fails for another reason is nothing to speak of', async () => {
    chooseSound('general', 'bell');
    refusal = new DOMException('Gone', 'NotSupportedError');
    await sound().ring([general]);
    await settled();
    expect(toastStore.get()).toEqual([]);
  });

  it('is none where the browser keeps something else under that name', async () => {
    for (const kept of ['null', '{', '7', '[["general","gong"]]', '["general"]']) {
      localStorage.setItem('carillon-sounds', kept);
      await sound().ring([general]);
    }
    expect(played).toEqual([]);
  });
});
