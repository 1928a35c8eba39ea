import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { PublicError } from './errors.ts';
import { passedLimit, queryLimits, tooComplex } from './query-limits.ts';

/** The documents that may run: parsed, measured and validated once, whichever transport brings them first. */
export class Documents {
  private readonly admitted = new LRUCache<string, DocumentNode>({
    maxSize: 4_000_000,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  private readonly rules;

  constructor(
    private readonly schema: GraphQLSchema,
    { introspection }: { introspection: boolean },
  ) {
    this.rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  }

  /** @throws GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED (all problems, one error each) or QUERY_TOO_COMPLEX */
  admit(text: string): DocumentNode {
    const known = this.admitted.get(text);
    if (known) return known;
    const document = this.parse(text);
    const excess = passedLimit(document);
    if (excess) throw new RefusedDocument([excess]);
    const problems = validate(this.schema, document, this.rules, { maxErrors: 10 });
    if (problems.length > 0) throw new RefusedDocument(problems.map(invalid));
    this.admitted.set(text, document);
    return document;
  }

  private parse(text: string): DocumentNode {
    if (text.length > queryLimits.length) throw new RefusedDocument([tooComplex('length')]);
    try {
      return parse(text, { maxTokens: queryLimits.tokens });
    } catch (error) {
      const { message } = error as GraphQLError;
      if (message.includes('Parsing aborted')) throw new RefusedDocument([tooComplex('tokens')]);
      throw new RefusedDocument([new PublicError('GRAPHQL_PARSE_FAILED', message)]);
    }
  }
}

/** Why a document may not run: one error for each problem. */
export class RefusedDocument extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}

const invalid = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
