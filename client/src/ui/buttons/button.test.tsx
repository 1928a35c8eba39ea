import '../../../test/browser.ts';
import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FormEvent } from 'react';
import { Button } from './button.tsx';

const user = userEvent.setup();

describe.each([
  ['off', { disabled: true }],
  ['busy', { loading: true }],
])('a button that is %s', (_, state) => {
  it('keeps the focus, says so, and does nothing', async () => {
    const act = jest.fn();
    const view = render(<Button onClick={act}>Mark all as read</Button>);
    const button = screen.getByRole('button');
    button.focus();
    await user.keyboard('{Enter}');
    view.rerender(
      <Button onClick={act} {...state}>
        Mark all as read
      </Button>,
    );
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.keyboard('{Enter}');
    await user.click(button);
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('sends no form, by click or by Enter in a field', async () => {
    const send = jest.fn((event: FormEvent) => event.preventDefault());
    render(
      <form onSubmit={send}>
        <input aria-label="Title" />
        <Button type="submit" {...state}>
          Submit
        </Button>
      </form>,
    );
    await user.click(screen.getByRole('button'));
    await user.type(screen.getByLabelText('Title'), 'Viola{Enter}');
    expect(send).not.toHaveBeenCalled();
  });
});
