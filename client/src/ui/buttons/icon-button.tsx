import type { ComponentProps } from 'react';
import { PageLink } from '../router.ts';
import './button.css';

// A picture alone: whoever cannot see it needs the label.
type Labelled = { 'aria-label': string };

export function IconButton({ className = '', ...props }: ComponentProps<'button'> & Labelled) {
  return <button type="button" {...props} className={`icon-button ${className}`} />;
}

export function IconLink({ className = '', ...props }: ComponentProps<typeof PageLink> & Labelled) {
  return <PageLink {...props} className={`icon-button ${className}`} />;
}
