import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { PublicError } from './errors.ts';

/** How much one document may ask for. Fragments count wherever they are spread, so nothing hides in them. */
export const queryLimits = {
  /** Characters of the document. */
  length: 20_000,
  tokens: 2_000,
  depth: 12,
  /** Fields after all fragments are spread. */
  fields: 600,
  aliases: 30,
  directives: 30,
} as const;

export function tooComplex(what: keyof typeof queryLimits): PublicError {
  const limit = queryLimits[what];
  const message =
    what === 'depth'
      ? `The query is deeper than ${limit} levels`
      : `The query has more than ${limit} ${what}`;
  return new PublicError('QUERY_TOO_COMPLEX', message, { limit: { [what]: limit } });
}

interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

/**
 * Measures a parsed document without spreading its fragments for real: each is measured once, so the work is linear
 * in the document even where the result would grow exponentially.
 * @returns QUERY_TOO_COMPLEX with the limit that it passed, if it passed one
 */
export function passedLimit(document: DocumentNode): PublicError | undefined {
  const sizes = new FragmentSizes(document);
  let directives = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    const size = sizes.of(definition.selectionSet);
    directives += (definition.directives?.length ?? 0) + size.directives;
    const passed = (['depth', 'fields', 'aliases'] as const).find((what) => size[what] > queryLimits[what]);
    if (passed) return tooComplex(passed);
    if (directives > queryLimits.directives) return tooComplex('directives');
  }
  return undefined;
}

class FragmentSizes {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  of(selections: SelectionSetNode): Size {
    const total: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };
    for (const selection of selections.selections) {
      const inner = this.inside(selection);
      const isField = selection.kind === Kind.FIELD;
      // Introspection is nested by its nature; its documents are bounded by the other limits.
      const isMeta = isField && selection.name.value.startsWith('__');
      total.depth = Math.max(total.depth, isMeta ? 1 : inner.depth + (isField ? 1 : 0));
      total.fields += inner.fields + (isField ? 1 : 0);
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }

  private inside(selection: SelectionSetNode['selections'][number]): Size {
    const none: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };
    if (selection.kind !== Kind.FRAGMENT_SPREAD)
      return selection.selectionSet ? this.of(selection.selectionSet) : none;
    const name = selection.name.value;
    const known = this.measured.get(name);
    if (known) return known;
    // A cycle meets this entry instead of itself; validation names it properly afterwards.
    this.measured.set(name, none);
    const fragment = this.fragments.get(name);
    const size = fragment ? this.of(fragment.selectionSet) : none;
    this.measured.set(name, size);
    return size;
  }
}
