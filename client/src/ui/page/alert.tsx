import type { ReactNode } from 'react';
import './alert.css';

type Props = { color?: 'red' | 'yellow'; role: 'alert' | 'status'; children: ReactNode };

/** A message that stands in the page, above what it is about. */
export function Alert({ color, role, children }: Props) {
  return (
    <div className="alert" data-color={color} role={role}>
      {children}
    </div>
  );
}
