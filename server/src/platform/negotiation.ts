/** How answers may be compressed, the best first. */
export type Encoding = 'br' | 'gzip';

/**
 * Which compression the caller takes, by its `Accept-Encoding`; undefined for none. A header that is not there promises
 * nothing: the answer goes out as it is. Rule: RFC 9110, 12.5.3.
 */
export function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  if (!acceptEncoding) return undefined;
  const br = quality(acceptEncoding, 'br', '*');
  const gzip = quality(acceptEncoding, 'gzip', 'x-gzip', '*');
  if (br > 0 && br >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : undefined;
}

/** Whether the caller takes an HTML page: by its `Accept`, or since it says nothing. Rule: RFC 9110, 12.5.1. */
export const acceptsPage = (accept: string | undefined): boolean =>
  !accept?.trim() || quality(accept, 'text/html', 'text/*', '*/*') > 0;

/** What the header says of the first of these names that it has, from 0 (refused) to 1; 0 when it has none. */
function quality(header: string, ...names: string[]): number {
  const said = new Map(header.toLowerCase().split(',').map(weighted));
  const name = names.find((candidate) => said.has(candidate));
  return name === undefined ? 0 : said.get(name)!;
}

function weighted(part: string): [name: string, quality: number] {
  const [name, ...parameters] = part.split(';').map((text) => text.trim());
  const weight = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
  return [name!, weight >= 0 ? weight : 0];
}
