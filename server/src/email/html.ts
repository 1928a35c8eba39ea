const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** HTML that may stand as it is; everything else is text. */
export class Html {
  constructor(readonly source: string) {}
}

/** A template in which every value is escaped, unless it is Html itself. How the template is indented is left out. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const sources = values.map((value) => {
    if (value instanceof Html) return value.source;
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
    return value.map(({ source }) => source).join('');
  });
  const [first, ...rest] = parts.map((part) => part.replace(/\n\s*/g, '\n'));
  return new Html(rest.reduce((whole, part, index) => whole + sources[index]! + part, first!));
}

const BREAK = new Html('<br />');

/** Text of several lines, for programs that leave white space out. */
export const lines = (text: string): Html[] =>
  text.split('\n').flatMap((line, index) => (index === 0 ? html`${line}` : [BREAK, html`${line}`]));
