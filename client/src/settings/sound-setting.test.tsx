import { renderWith, sessionClient } from '../../test/render.tsx';
import { beforeEach, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { soundOf } from '../browser/sound.ts';
import { SoundSetting } from './sound-setting.tsx';

let played: string[];
let volume: number | undefined;
let refusal: Error | undefined;
const user = userEvent.setup();

beforeEach(() => {
  played = [];
  refusal = undefined;
  localStorage.clear();
  class FakeAudio {
    volume = 1;
    play: () => Promise<void>;
    constructor(source: string) {
      this.play = async () => {
        if (refusal) throw refusal;
        played.push(source);
        volume = this.volume;
      };
    }
  }
  Object.assign(globalThis, { Audio: FakeAudio });
});

async function show() {
  renderWith(sessionClient(new FakeInbox()), <SoundSetting />);
  return screen.findByRole('radiogroup', { name: 'Sound for General' });
}
const slider = () => screen.getByRole('slider', { name: 'Volume' });
const tryIt = () => screen.getByRole('button', { name: 'Try it for General' });

it('is as loud as was chosen in this browser, whatever else stands there', async () => {
  localStorage.setItem('carillon-volume', 'loud');
  const general = await show();
  expect(slider()).toHaveValue('100');
  fireEvent.change(slider(), { target: { value: '30' } });
  expect(slider()).toHaveValue('30');
  await user.click(within(general).getByRole('radio', { name: 'Bell' }));
  await user.click(tryIt());
  await waitFor(() => expect(volume).toBe(0.3));
  expect(localStorage.getItem('carillon-volume')).toBe('30');
});

it('is off at first, chosen for each category, tried at once, and kept in this browser', async () => {
  const general = await show();
  expect(within(general).getByRole('radio', { name: 'None' })).toBeChecked();
  expect(tryIt()).toHaveAttribute('aria-disabled', 'true');
  await user.click(tryIt());
  expect(played).toEqual([]);
  await user.click(within(general).getByRole('radio', { name: 'Chime' }));
  await user.click(tryIt());
  expect(played).toEqual(['/sounds/chime.wav']);
  expect([soundOf('general'), soundOf('applications')]).toEqual(['chime', undefined]);
});

it('shows what was chosen in another tab', async () => {
  const general = await show();
  localStorage.setItem('carillon-sounds', '[["general","bell"]]');
  act(() => void window.dispatchEvent(new StorageEvent('storage')));
  await waitFor(() => expect(within(general).getByRole('radio', { name: 'Bell' })).toBeChecked());
});

it('says in words why nothing is heard', async () => {
  const general = await show();
  await user.click(within(general).getByRole('radio', { name: 'Bell' }));
  refusal = new DOMException('Not now', 'NotAllowedError');
  await user.click(tryIt());
  const said = () => screen.getByRole('status');
  await waitFor(() => expect(said()).toHaveTextContent('Blocked by this browser'));
  // Again, for whoever hears only what changes.
  const changes: (string | null)[] = [];
  const observer = new MutationObserver(() => changes.push(said().textContent));
  observer.observe(said(), { childList: true, characterData: true, subtree: true });
  await user.click(tryIt());
  await waitFor(() => expect(changes.at(-1)).toContain('Blocked by this browser'));
  observer.disconnect();
  refusal = undefined;
  await user.click(tryIt());
  await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
});
