import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { SAID_ELSEWHERE, showToast, toastFailure } from './toast.ts';
import { Toaster } from './toaster.tsx';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const wait = (time: number) => jest.advanceTimersByTimeAsync(time);
const toast = () => screen.queryByRole('status');

async function show(message = 'Done') {
  act(() => void showToast({ id: 'one', role: 'status', message: <button>{message}</button> }, 10_000));
  await wait(1_000);
}

beforeEach(async () => {
  render(<Toaster limit={4} />);
  await show();
});

describe('a toast', () => {
  it('goes when its time is over, not before', async () => {
    await wait(8_000);
    expect(toast()).toBeInTheDocument();
    await wait(3_000);
    expect(toast()).not.toBeInTheDocument();
  });

  it('stays until it is sent away where it has no time', async () => {
    act(() => void showToast({ id: 'urgent', role: 'alert', message: 'Now' }, null));
    await wait(3_600_000);
    expect(screen.getByRole('alert')).toHaveTextContent('Now');
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('stays while the pointer is on it, and for its whole time after that', async () => {
    fireEvent.mouseEnter(toast()!);
    await wait(60_000);
    expect(toast()).toBeInTheDocument();
    fireEvent.mouseLeave(toast()!);
    await wait(9_000);
    expect(toast()).toBeInTheDocument();
    await wait(3_000);
    expect(toast()).not.toBeInTheDocument();
  });

  it('stays while the focus is in it, also when the pointer leaves', async () => {
    act(() => screen.getByText('Done').focus());
    fireEvent.mouseEnter(toast()!);
    fireEvent.mouseLeave(toast()!);
    await wait(60_000);
    expect(toast()).toBeInTheDocument();
    act(() => screen.getByText('Done').blur());
    await wait(11_000);
    expect(toast()).not.toBeInTheDocument();
  });

  it('gets new words and its time anew under the same id', async () => {
    await wait(8_000);
    await show('Done again');
    expect(toast()).toHaveTextContent('Done again');
    await wait(8_000);
    expect(toast()).toBeInTheDocument();
    await wait(3_000);
    expect(toast()).not.toBeInTheDocument();
  });
});

describe('equal words said anew', () => {
  it.each(['alert', 'status'])('are put there anew for a screen reader: %s', async (role) => {
    const say = (id: string) => act(() => void showToast({ id, role, message: 'Same words' }, 10_000));
    const words = () => screen.getByText('Same words');
    say('two');
    for (let time = 1; time <= 3; time++) {
      const before = words();
      say('two');
      expect(words()).not.toBe(before);
    }
  });

  it('are left alone where they are said elsewhere, with what was begun in them', () => {
    const say = (message: string) =>
      act(
        () => void showToast({ ...SAID_ELSEWHERE, id: 'three', title: message, message: <input /> }, 10_000),
      );
    say('One comment');
    const input = screen.getByRole('textbox');
    say('Two comments');
    expect(screen.getByText('Two comments')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toBe(input);
  });
});

it('a toast that waits until others have gone has its whole time when it shows', async () => {
  act(() =>
    ['two', 'three', 'four', 'five', 'six'].forEach((id) => void showToast({ id, message: id }, 10_000)),
  );
  const seconds = async (count: number) => {
    for (let second = 0; second < count; second++) await wait(1_000);
  };
  await seconds(1);
  // The component shows five at once.
  expect(screen.queryByText('six')).not.toBeInTheDocument();
  await seconds(9);
  expect(screen.getByText('six')).toBeInTheDocument();
  await seconds(8);
  expect(screen.getByText('six')).toBeInTheDocument();
  await seconds(5);
  expect(screen.queryByText('six')).not.toBeInTheDocument();
});

it('says once what fails many times', async () => {
  act(() => [1, 2, 3].forEach(() => toastFailure('Could not save', 'You are offline.')));
  await wait(300);
  expect(screen.getAllByText('Could not save')).toHaveLength(1);
});
