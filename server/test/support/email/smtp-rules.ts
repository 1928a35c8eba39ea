// What a strict server refuses in an e-mail, as RFC 5321 and 5322 have it.

const MAX_LINE = 998;
const FOLDED_LINE = 78;

/** @param raw as it came, one character an octet, to a server that can neither 8BITMIME nor SMTPUTF8 */
export function faultsOf(raw: string): string[] {
  const lines = raw.split('\r\n');
  const header = lines.slice(0, lines.indexOf(''));
  return [
    ...(/(?<!\r)\n|\r(?!\n)/.test(raw) ? ['a line that does not end in CR LF'] : []),
    ...(/[^\u0001-\u007f]/.test(raw) ? ['octets that are not ASCII'] : []),
    ...lines.filter((line) => line.length > MAX_LINE).map((line) => `a line of ${line.length} octets`),
    ...header.filter(couldBeFolded).map((line) => `a line of the header that is not folded: ${line}`),
    ...header.filter((line) => line.trim() === '').map(() => 'a line of the header with nothing in it'),
  ];
}

const couldBeFolded = (line: string) => line.length > FOLDED_LINE && /\S\s+\S/.test(line);
