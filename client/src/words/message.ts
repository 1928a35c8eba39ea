import { isolated } from '../../../server/src/platform/text/bidi.ts';

/** A text that was taken apart when the client was built: see `client/words/compile.ts`. */
export type Message = string | readonly Piece[];

/** Literal text, the number of the plural around it (0), or an argument by its name. */
export type Piece =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, kind: 'number']
  | readonly [name: string, kind: 'select' | 'plural', options: Readonly<Record<string, readonly Piece[]>>]
  | readonly [name: string, kind: 'tag', words: readonly Piece[]];

/** How one language is written. */
export interface Writing {
  readonly locale: string;
  readonly isRightToLeft: boolean;
}

/** What is made of the words in a tag. */
export type Tag<Node> = (words: (Node | string)[]) => Node;

/** What it is filled in with. */
export type Values<Node> = Readonly<Record<string, Node | string | number | Tag<Node>>>;

/** The parts of it, in order. */
export function write<Node>(
  message: Message,
  values: Values<Node>,
  writing: Writing,
  amount = 0,
): (Node | string)[] {
  if (typeof message === 'string') return [message];
  return message.flatMap((piece) => {
    if (typeof piece === 'string') return piece;
    if (piece === 0) return numberFormat(writing).format(amount);
    const value = Object.hasOwn(values, piece[0]) ? values[piece[0]] : undefined;
    if (piece.length === 1)
      return typeof value === 'string' ? isolated(value, writing.isRightToLeft) : (value as Node);
    if (piece[1] === 'number') return numberFormat(writing).format(value as number);
    if (piece[1] === 'tag') return (value as Tag<Node>)(write(piece[2], values, writing, amount));
    const isPlural = piece[1] === 'plural';
    const chosen = isPlural ? ofCount(piece[2], Number(value), writing) : optionOf(piece[2], String(value));
    return write(chosen, values, writing, isPlural ? Number(value) : amount);
  });
}

type Options = Readonly<Record<string, readonly Piece[]>>;

const optionOf = (options: Options, name: string): readonly Piece[] =>
  (Object.hasOwn(options, name) ? options[name] : options['other']) ?? [];

function ofCount(options: Options, count: number, { locale }: Writing): readonly Piece[] {
  const exactly = `=${count}`;
  const rules = known(pluralRules, locale, () => new Intl.PluralRules(locale));
  return optionOf(options, Object.hasOwn(options, exactly) ? exactly : rules.select(count));
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

export const numberFormat = ({ locale }: Pick<Writing, 'locale'>): Intl.NumberFormat =>
  known(numberFormats, locale, () => new Intl.NumberFormat(locale));

/**
 * The first of its kind makes the browser load the tables of all languages, which on a phone takes longer than to draw
 * the page: that is better done while the page waits for the network.
 */
export function warmUp(): void {
  void new Intl.NumberFormat().format(0);
}

function known<T>(map: Map<string, T>, locale: string, make: () => T): T {
  const made = map.get(locale) ?? make();
  map.set(locale, made);
  return made;
}
