// The client judges links by this very file, since both sides must come to the same verdict: it may import nothing.

/** Where a link leads: to a path of this site, in its normal form, or elsewhere, by https. */
export interface Link {
  readonly kind: 'path' | 'external';
  readonly href: string;
}

/** Stands for whatever this site is called: nobody can have a name below `.invalid` (RFC 6761). */
const HERE = 'https://here.invalid';

/**
 * Reads a link as browsers do (https://url.spec.whatwg.org) and judges what comes out of it, not what went in: dots,
 * slashes, tabs and their encodings make a path of many things that leave the site when it is followed.
 * @returns undefined for what is neither a path of this site nor an https address without a name or password in it
 */
export function linkOf(text: string): Link | undefined {
  const isPath = /^\/(?![/\\])/.test(text);
  if (!isPath && !/^https:\/\//i.test(text)) return undefined;
  const url = URL.canParse(text, HERE) ? new URL(text, HERE) : undefined;
  if (!url || /[\s\p{Cc}]/u.test(text)) return undefined;
  if (isPath) {
    const href = url.href.slice(HERE.length);
    // What looked like a path may become another site's name the next time it is read.
    const isHere = URL.canParse(href, HERE) && new URL(href, HERE).href === url.href;
    return isHere ? { kind: 'path', href } : undefined;
  }
  const isHttps = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isHttps && url.origin !== HERE ? { kind: 'external', href: url.href } : undefined;
}
