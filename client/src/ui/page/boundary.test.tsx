import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { Boundary } from './boundary.tsx';

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => void jest.restoreAllMocks());

function Fragile({ text }: { text: string }) {
  if (text === 'broken') throw new Error('It cannot be drawn');
  return <p>{text}</p>;
}

const page = (text: string, of: unknown = text) => (
  <>
    <h1>The page</h1>
    <Boundary of={of} fallback={<p>Not this one</p>}>
      <Fragile text={text} />
    </Boundary>
  </>
);

describe('what cannot be drawn', () => {
  it('costs itself alone', () => {
    render(page('broken'));
    expect(screen.getByText('The page')).toBeInTheDocument();
    expect(screen.getByText('Not this one')).toBeInTheDocument();
  });

  it('is tried again when it has changed, not before', () => {
    const { rerender } = render(page('broken', 1));
    rerender(page('whole', 1));
    expect(screen.getByText('Not this one')).toBeInTheDocument();
    rerender(page('whole', 2));
    expect(screen.getByText('whole')).toBeInTheDocument();
    rerender(page('broken', 3));
    expect(screen.getByText('Not this one')).toBeInTheDocument();
  });

  it('is gone where its cause can be taken away', () => {
    const toasts = ['first', 'broken'];
    const Toasts = () => toasts.map((text) => <Fragile key={text} text={text} />);
    const clear = jest.fn(() => void toasts.splice(0));
    const place = () => (
      <Boundary fallback={null} onFail={clear}>
        <Toasts />
      </Boundary>
    );
    const { rerender } = render(place());
    expect(clear).toHaveBeenCalledTimes(1);
    toasts.push('next');
    rerender(place());
    expect(screen.getByText('next')).toBeInTheDocument();
  });
});
