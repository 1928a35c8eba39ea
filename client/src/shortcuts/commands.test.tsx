import '../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { commandBoard } from './commands.ts';
import { useCommands } from './use-commands.ts';

let done: string[];
beforeEach(() => {
  done = [];
});

type Props = { name: string; as?: 'article' | 'section'; reach: 'within' | 'around'; children?: ReactNode };

/** Offers to archive, and says who it was. */
function Part({ name, as: Element = 'article', reach, children }: Props) {
  const part = useRef<HTMLElement>(null);
  const element = () => part.current;
  useCommands(
    { archive: () => void done.push(name) },
    reach === 'within' ? { within: element } : { around: element },
  );
  return (
    <Element ref={part} tabIndex={0} aria-label={name}>
      {children}
    </Element>
  );
}

function Everywhere({ name = 'everywhere' }: { name?: string }) {
  useCommands({ archive: () => void done.push(name) });
  return null;
}

const focus = (name: string) => screen.getByLabelText(name).focus();
const archive = () => commandBoard.run('archive');

describe('who does what is asked for', () => {
  it('is nobody where nobody offers it', () => {
    render(<Part name="row" reach="within" />);
    expect(archive()).toBe(false);
    expect(commandBoard.run('snooze')).toBe(false);
    expect(commandBoard.offered(['archive', 'snooze'])).toEqual([]);
  });

  it('is the row that has the focus, or something in it', () => {
    render(
      <>
        <Part name="first" reach="within" />
        <Part name="second" reach="within">
          <button aria-label="button" />
        </Part>
      </>,
    );
    focus('first');
    archive();
    focus('button');
    archive();
    expect(done).toEqual(['first', 'second']);
  });

  it('is the innermost of several', () => {
    render(
      <>
        <Part name="outer" reach="within">
          <Part name="inner" reach="within" />
        </Part>
      </>,
    );
    focus('inner');
    archive();
    expect(done).toEqual(['inner']);
  });

  it('goes from the focus to the page around it, and on to everywhere', () => {
    const { rerender } = render(
      <>
        <Everywhere />
        <Part name="open" as="section" reach="around" />
        <Part name="row" reach="within" />
      </>,
    );
    focus('row');
    archive();
    (document.activeElement as HTMLElement).blur();
    archive();
    rerender(<Everywhere />);
    archive();
    expect(done).toEqual(['row', 'open', 'everywhere']);
  });

  it('is not the page behind a dialog that is not modal, but whoever does it everywhere', () => {
    const { rerender } = render(
      <>
        <Part name="page" as="section" reach="around" />
        <div role="dialog" aria-label="panel">
          <button aria-label="in the panel" />
        </div>
      </>,
    );
    focus('in the panel');
    expect(archive()).toBe(false);
    rerender(
      <>
        <Everywhere />
        <div role="dialog" aria-label="panel">
          <button aria-label="in the panel" />
        </div>
      </>,
    );
    focus('in the panel');
    expect(archive()).toBe(true);
  });

  it('is only what stands in a modal dialog while one is open', () => {
    const inDialog = (children: ReactNode) => (
      <>
        <Everywhere />
        <Part name="page" as="section" reach="around" />
        <dialog open>
          <button aria-label="in the dialog" />
          {children}
        </dialog>
      </>
    );
    const { rerender } = render(inDialog(null));
    expect(archive()).toBe(false);
    focus('in the dialog');
    expect(archive()).toBe(false);
    rerender(inDialog(<Part name="sheet" as="section" reach="around" />));
    focus('in the dialog');
    archive();
    (document.activeElement as HTMLElement).blur();
    archive();
    expect(done).toEqual(['sheet', 'sheet']);
  });

  it('is the last that came, of equals', () => {
    render(
      <>
        <Everywhere name="first" />
        <Everywhere name="last" />
      </>,
    );
    archive();
    expect(done).toEqual(['last']);
  });

  it('is nobody that has gone', () => {
    const { unmount } = render(<Everywhere />);
    unmount();
    expect(archive()).toBe(false);
  });

  it('may each offer something else for the same row', () => {
    function More() {
      const part = useRef<HTMLDivElement>(null);
      useCommands(
        { snooze: () => void done.push('snoozed') },
        { within: () => part.current?.closest('article') ?? null },
      );
      return <div ref={part} />;
    }
    render(
      <Part name="row" reach="within">
        <More />
      </Part>,
    );
    focus('row');
    expect(commandBoard.offered(['pin', 'snooze', 'archive'])).toEqual(['snooze', 'archive']);
    commandBoard.run('snooze');
    expect(done).toEqual(['snoozed']);
  });
});

describe('what is awaited', () => {
  it('is done by the next page that offers it, once', async () => {
    commandBoard.await('archive');
    const { rerender } = render(<Part key="1" name="first" as="section" reach="around" />);
    await waitFor(() => expect(done).toEqual(['first']));
    rerender(<Part key="2" name="second" as="section" reach="around" />);
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual(['first']);
  });

  it('is forgotten when something else is asked for first', async () => {
    commandBoard.await('archive');
    commandBoard.run('help');
    render(<Part name="first" as="section" reach="around" />);
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual([]);
  });
});
