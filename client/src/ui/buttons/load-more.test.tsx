import '../../../test/browser.ts';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { LoadMore } from './load-more.tsx';

let asked: number;
let works: boolean;

/** As in a browser: whoever begins to observe what is in view is told so. */
class InView {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    void Promise.resolve().then(() => this.tell([{ isIntersecting: true }]));
  }
  disconnect() {}
}

function List() {
  const [isLoading, setLoading] = useState(false);
  const load = async () => {
    asked++;
    setLoading(true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    setLoading(false);
    return works;
  };
  return <LoadMore isLoading={isLoading} onLoadMore={load} />;
}

beforeEach(() => {
  asked = 0;
  Object.assign(window, { IntersectionObserver: InView });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(window, 'IntersectionObserver');
});

/** In small steps: what one leads to begins with the next. */
async function wait(time: number) {
  for (let passed = 0; passed < time; passed += 50) await act(() => jest.advanceTimersByTimeAsync(50));
}

it('a list that cannot be loaded on is not asked for without a rest', async () => {
  jest.useFakeTimers();
  works = false;
  render(<List />);
  await wait(10_000);
  expect(asked).toBe(1);
  await wait(10_000);
  expect(asked).toBe(2);
  fireEvent.click(screen.getByRole('button', { name: 'Load more' }));
  await wait(100);
  expect(asked).toBe(3);
  act(() => void window.dispatchEvent(new Event('online')));
  await wait(100);
  expect(asked).toBe(4);
});

it('a list that can is loaded on as long as its end is in view', async () => {
  works = true;
  render(<List />);
  await waitFor(() => expect(asked).toBeGreaterThan(3));
});
