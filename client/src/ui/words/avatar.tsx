import { useState, type CSSProperties } from 'react';
import { initialsOf } from './initials.tsx';
import './avatar.css';

const SIZE = 36;

type Props = { name: string; imageUrl: string | null };

/**
 * Somebody's picture, or their initials on a colour of their own where there is none, or it does not come. Decoration:
 * the name is said beside it.
 */
export function Avatar({ name, imageUrl }: Props) {
  const [missingUrl, setMissing] = useState<string | null>(null);
  if (imageUrl !== null && imageUrl !== missingUrl) {
    return (
      <img
        className="avatar"
        src={imageUrl}
        alt=""
        width={SIZE}
        height={SIZE}
        loading="lazy"
        decoding="async"
        // Whoever has the picture need not know where it is shown.
        referrerPolicy="no-referrer"
        onError={() => setMissing(imageUrl)}
      />
    );
  }
  const colour = { '--hue': hueOf(name) } as CSSProperties;
  return <span className="avatar" style={colour} aria-hidden="true" data-initials={initialsOf(name)} />;
}

/** The same for the same name, and far from that of a similar one: degrees on the circle of colours. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return Math.abs(Math.imul(hash, 137)) % 360;
}
