import type { ComponentProps } from 'react';
import './switch.css';

/** The browser's own checkbox in other clothes, so that keyboard and assistive technology find what they know. */
export function Switch(props: Omit<ComponentProps<'input'>, 'type' | 'role'>) {
  return <input {...props} type="checkbox" role="switch" className="switch" />;
}
