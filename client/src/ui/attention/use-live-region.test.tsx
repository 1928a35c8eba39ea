import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { Sheet } from '../layers/sheet.tsx';
import { useLiveRegion } from './use-live-region.tsx';

let say: (text: string) => void;
let spoken: string[];
let observer: MutationObserver;

function Page({ onReady }: { onReady: (ready: typeof say) => void }) {
  const live = useLiveRegion();
  useEffect(() => onReady(live.say), [onReady, live.say]);
  return live.region;
}

// What a screen reader has to go by: the texts that a region which is there already changes to.
beforeEach(() => {
  render(<Page onReady={(ready) => (say = ready)} />);
  const region = screen.getByRole('status');
  spoken = [];
  const note = () => region.textContent && spoken.push(region.textContent);
  observer = new MutationObserver(note);
  observer.observe(region, { childList: true, characterData: true, subtree: true });
});
afterEach(() => observer.disconnect());

const hasSpoken = (times: number) => waitFor(() => expect(spoken).toHaveLength(times));

describe('a live region', () => {
  it.each(['New notification: Graded', '2 new notifications', '…', 'مرحبا'])(
    'speaks the second of two equal texts: %s',
    async (text) => {
      for (let time = 1; time <= 3; time++) {
        say(text);
        await hasSpoken(time);
      }
      expect(spoken).toEqual([text, text, text]);
    },
  );

  it('loses nothing that comes while it is about to speak', async () => {
    say('Archived');
    say('Saved');
    await hasSpoken(1);
    expect(spoken).toEqual(['Archived. Saved']);
  });

  it('is heard though somebody goes on talking', async () => {
    const talking = setInterval(() => say('more'), 40);
    try {
      await waitFor(() => expect(spoken.length).toBeGreaterThan(1));
    } finally {
      clearInterval(talking);
    }
    expect(new Set(spoken.join('. ').split('. '))).toEqual(new Set(['more']));
  });
});

describe('under a modal sheet, where nothing else is heard', () => {
  it('stands in the sheet, and says nothing there that was said before', async () => {
    say('Before');
    await hasSpoken(1);
    const sheet = render(
      <Sheet label="Notifications" onClose={() => undefined}>
        <button type="button">Close</button>
      </Sheet>,
    );
    await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(screen.getByRole('status')));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    say('New notification: Graded');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('New notification: Graded'));
    sheet.unmount();
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement());
    say('Back');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Back'));
  });
});
