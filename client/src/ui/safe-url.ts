export type SafeUrl = { kind: 'path' | 'external'; href: string };

/** A path of our own or an https address; anything else (javascript:, //host, \\host …) is no link at all. */
export function safeUrl(
  url: string | null | undefined,
  origin: string = window.location.origin,
): SafeUrl | null {
  if (!url) return null;
  let parsed: URL;
  try {
    parsed = new URL(url, origin);
  } catch {
    return null;
  }
  if (url.startsWith('/')) {
    // Browsers read "//host" and "/\host" as another origin.
    return parsed.origin === origin
      ? { kind: 'path', href: parsed.pathname + parsed.search + parsed.hash }
      : null;
  }
  return parsed.protocol === 'https:' && /^https:\/\//i.test(url)
    ? { kind: 'external', href: parsed.href }
    : null;
}
