import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { useSwipeLeft } from './use-swipe-left.ts';

let swiped: number;
let clicked: number;

function Row() {
  const swipe = useSwipeLeft<HTMLDivElement>(() => swiped++);
  return (
    <div data-testid="row" {...swipe}>
      <button onClick={() => clicked++}>Inside</button>
    </div>
  );
}

const row = () => screen.getByTestId('row');

// jsdom has no pointer events: mouse events with what a pointer has besides.
function point(
  type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerCancel',
  x: number,
  y = 0,
  by = 'touch',
) {
  const event = createEvent[type](row(), { bubbles: true });
  Object.assign(event, { pointerType: by, isPrimary: true, pointerId: 1 });
  Object.defineProperties(event, { clientX: { value: x }, clientY: { value: y } });
  fireEvent(row(), event);
}

beforeEach(() => {
  swiped = 0;
  clicked = 0;
  render(<Row />);
  row().setPointerCapture = () => undefined;
});

describe('a swipe to the left', () => {
  it('counts when it went far enough, and shows on the way whether it did', () => {
    point('pointerDown', 300);
    point('pointerMove', 260);
    expect(row().dataset['swipe']).toBe('begun');
    expect(row().style.getPropertyValue('--swipe')).toBe('-28px');
    point('pointerMove', 180);
    expect(row().dataset['swipe']).toBe('enough');
    expect(swiped).toBe(0);
    point('pointerUp', 180);
    expect(swiped).toBe(1);
    expect(row().dataset['swipe']).toBeUndefined();
  });

  it('does not count when the finger goes back, goes down, goes right, or is taken over by scrolling', () => {
    point('pointerDown', 300);
    point('pointerMove', 180);
    point('pointerMove', 290);
    point('pointerUp', 290);
    point('pointerDown', 300);
    point('pointerMove', 270, 80);
    point('pointerMove', 100, 80);
    point('pointerUp', 100, 80);
    point('pointerDown', 100);
    point('pointerMove', 300);
    point('pointerMove', 0);
    point('pointerUp', 0);
    point('pointerDown', 300);
    point('pointerMove', 100);
    point('pointerCancel', 100);
    expect(swiped).toBe(0);
    expect(row().style.getPropertyValue('--swipe')).toBe('0px');
  });

  it('is one to the right where lines begin there', () => {
    row().style.direction = 'rtl';
    point('pointerDown', 300);
    point('pointerMove', 100);
    point('pointerUp', 100);
    expect(swiped).toBe(0);
    point('pointerDown', 100);
    point('pointerMove', 140);
    expect(row().style.getPropertyValue('--swipe')).toBe('28px');
    point('pointerMove', 220);
    point('pointerUp', 220);
    expect(swiped).toBe(1);
  });

  it('is for fingers, not for a mouse', () => {
    point('pointerDown', 300, 0, 'mouse');
    point('pointerMove', 100, 0, 'mouse');
    point('pointerUp', 100, 0, 'mouse');
    expect(swiped).toBe(0);
  });

  it('is no click on what it began on, but the next tap is', () => {
    point('pointerDown', 300);
    point('pointerMove', 100);
    point('pointerUp', 100);
    fireEvent.click(screen.getByText('Inside'));
    expect(clicked).toBe(0);
    point('pointerDown', 300);
    point('pointerUp', 300);
    fireEvent.click(screen.getByText('Inside'));
    expect(clicked).toBe(1);
  });
});
