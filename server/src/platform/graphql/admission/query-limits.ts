import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PublicError } from '../../errors.ts';

/** How much one document may ask for. Fragments count wherever they are spread, so nothing hides in them. */
export const queryLimits = {
  /** Characters of the document. */
  length: 20_000,
  tokens: 2_000,
  depth: 12,
  /** Levels below `__schema` or `__type`, which are nested by their nature: tools go down 9 `ofType` and more. */
  introspectionDepth: 32,
  /** Fields after all fragments are spread. */
  fields: 600,
  aliases: 30,
  directives: 30,
} as const;

/**
 * How much one operation may ask for with its variables: values in the answer at most, a text of over 200 characters
 * counted as several. Introspection is counted apart, in whole schemas as `getIntrospectionQuery` asks for them.
 */
export const costLimits = {
  signedIn: { cost: 50_000, schemas: 3 },
  anonymous: { cost: 35_000, schemas: 1.5 },
} as const;

/** Bytes of one answer. Nothing that stays within the other limits is as long, unless it is made for it. */
const MAX_ANSWER = 8_000_000;

const words: Partial<Record<keyof typeof queryLimits, string>> = {
  depth: 'The query is deeper than',
  introspectionDepth: 'The introspection is deeper than',
};

export function tooComplex(what: keyof typeof queryLimits): PublicError {
  const limit = queryLimits[what];
  const message = words[what] ? `${words[what]} ${limit} levels` : `The query has more than ${limit} ${what}`;
  return new PublicError('QUERY_TOO_COMPLEX', message, { limit: { [what]: limit } });
}

export const tooCostly = (what: 'cost' | 'introspection', cost: number, limit: number): PublicError =>
  new PublicError(
    'QUERY_TOO_COMPLEX',
    `${what === 'cost' ? 'The query' : 'The introspection'} costs ${cost}, and may cost ${limit} at most`,
    { cost, limit: { [what]: limit } },
  );

/** Whether an answer is longer than any may be. As UTF-8 none has more than three times as many bytes as characters. */
export const isTooLong = (text: string): boolean =>
  text.length * 3 > MAX_ANSWER && Buffer.byteLength(text) > MAX_ANSWER;

export const tooLong = (): PublicError =>
  new PublicError('QUERY_TOO_COMPLEX', `The answer is longer than ${MAX_ANSWER} bytes`, {
    limit: { answer: MAX_ANSWER },
  });

const MEASURED = ['depth', 'introspectionDepth', 'fields', 'aliases', 'directives'] as const;
type Size = Record<(typeof MEASURED)[number], number>;

const NONE: Size = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, directives: 0 };

/**
 * Measures a parsed document without spreading its fragments for real: each is measured once, so the work is linear
 * in the document even where the result would grow exponentially.
 * @returns QUERY_TOO_COMPLEX with the limit that it passed, if it passed one
 */
export function passedLimit(document: DocumentNode): PublicError | undefined {
  const sizes = new Sizes(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const size = sizes.ofDefinition(definition);
    const passed = MEASURED.find((what) => size[what] > queryLimits[what]);
    if (passed) return tooComplex(passed);
  }
  return undefined;
}

class Sizes {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  ofDefinition(definition: OperationDefinitionNode | FragmentDefinitionNode): Size {
    const isMeta =
      definition.kind === Kind.FRAGMENT_DEFINITION && isIntrospection(definition.typeCondition.name.value);
    const size = this.of(definition.selectionSet, isMeta);
    return { ...size, directives: size.directives + (definition.directives?.length ?? 0) };
  }

  /** @param isMeta whether these are fields of `__Schema`, `__Type` and the like */
  private of({ selections }: SelectionSetNode, isMeta: boolean): Size {
    const total = { ...NONE };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const isMetaField = isField && (isMeta || isIntrospection(selection.name.value));
      const inner = this.inside(selection, isMetaField || isMeta);
      const level = isField ? 1 : 0;
      total.depth = Math.max(total.depth, inner.depth + (isMetaField ? 0 : level));
      total.introspectionDepth = Math.max(
        total.introspectionDepth,
        inner.introspectionDepth + (isMetaField ? level : 0),
      );
      total.fields += inner.fields + level;
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }

  private inside(selection: SelectionSetNode['selections'][number], isMeta: boolean): Size {
    if (selection.kind !== Kind.FRAGMENT_SPREAD)
      return selection.selectionSet ? this.of(selection.selectionSet, isMeta) : NONE;
    const name = selection.name.value;
    const known = this.measured.get(name);
    if (known) return known;
    // A cycle meets this entry instead of itself; validation names it properly afterwards.
    this.measured.set(name, NONE);
    const fragment = this.fragments.get(name);
    const size = fragment ? this.ofDefinition(fragment) : NONE;
    this.measured.set(name, size);
    return size;
  }
}

/** Names of introspection, which none of ours may resemble. `__typename` is a value like any other. */
const isIntrospection = (name: string): boolean => name.startsWith('__') && name !== '__typename';
