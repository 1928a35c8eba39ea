import '../../test/browser.ts';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NativeSetting } from './native-setting.tsx';
import { NativeSoftPrompt } from './native-soft-prompt.tsx';

const user = userEvent.setup();
let asked: number;

class FakeNotification {
  static permission: NotificationPermission;
  static requestPermission = async () => {
    asked++;
    return (FakeNotification.permission = 'granted');
  };
}

beforeEach(() => {
  asked = 0;
  localStorage.clear();
  Object.assign(window, { Notification: FakeNotification });
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  FakeNotification.permission = 'default';
});
afterEach(() => void Reflect.deleteProperty(window, 'Notification'));

const question = () => screen.queryByText('Shall your browser tell you when this is decided?');

it('the browser asks only once the reader has said yes to us', async () => {
  render(<NativeSoftPrompt />);
  expect(question()).toBeInTheDocument();
  expect(asked).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Yes, please' }));
  expect(asked).toBe(1);
  expect(question()).not.toBeInTheDocument();
});

it('“Not now” is remembered, and the settings still offer it', async () => {
  render(<NativeSoftPrompt />);
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  expect(question()).not.toBeInTheDocument();
  cleanup();
  render(<NativeSoftPrompt />);
  expect(question()).not.toBeInTheDocument();
  expect(asked).toBe(0);
  render(<NativeSetting />);
  await user.click(screen.getByRole('button', { name: 'Turn on' }));
  expect(asked).toBe(1);
});

it.each(['denied', 'granted'] as const)('nobody is asked softly where it is %s', (permission) => {
  FakeNotification.permission = permission;
  render(<NativeSoftPrompt />);
  expect(question()).not.toBeInTheDocument();
});

it('who has it blocked reads how to allow it, and is not asked', () => {
  FakeNotification.permission = 'denied';
  render(<NativeSetting />);
  expect(screen.getByText(/open the site settings beside the address bar/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
