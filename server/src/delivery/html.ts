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

/** A template in which every value is escaped, unless it is Html itself. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const sources = values.map((value) => {
    if (value instanceof Html) return value.source;
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES.get(character)!);
    return value.map(({ source }) => source).join('');
  });
  return new Html(parts.reduce((whole, part, index) => whole + sources[index - 1]! + part));
}
