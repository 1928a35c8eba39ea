// Valid documents at random, over any schema: what clients might write, and what nobody would.
import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

export interface RandomDocument {
  text: string;
  /** As they come with a request: of the right type, left out, null, or wrong. */
  variables: Record<string, unknown>[];
}

/** Literals of a type, as GraphQL text; for fields that want values that exist. */
export type Samples = Readonly<Record<string, readonly string[]>>;

interface Options {
  schema: GraphQLSchema;
  operation: 'query' | 'subscription';
  samples: Samples;
  /** Sets of variables for each document. */
  sets: number;
}

const MAX_DEPTH = 4;
const FRAGMENTS = 4;
/** Conditions; all documents draw from them. */
const BOOLEANS = ['a: Boolean!', 'b: Boolean! = true', 'c: Boolean = false', 'd: Boolean = true'];

export const randomDocument = (options: Options): fc.Arbitrary<RandomDocument> =>
  fc
    .array(fc.nat({ max: 0xffff }), { minLength: 30, maxLength: 500, size: 'max' })
    .map((choices) => new Writer(choices, options).document());

/** Writes by choices; when these are used up it takes the plainest, so that few choices make small documents. */
class Writer {
  private at = 0;
  private readonly definitions = new Map<string, string>();
  private readonly types = new Map<string, GraphQLInputType | undefined>();
  /** Those that may be spread. */
  private fragments: { name: string; on: GraphQLCompositeType }[] = [];

  constructor(
    private readonly choices: readonly number[],
    private readonly options: Options,
  ) {}

  document(): RandomDocument {
    const { schema, operation, sets } = this.options;
    const root = (operation === 'query' ? schema.getQueryType() : schema.getSubscriptionType())!;
    const composite = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLCompositeType =>
        (isObjectType(type) || isAbstractType(type)) && !type.name.startsWith('__'),
    );
    const fragments = Array.from({ length: FRAGMENTS }, (_, index) => ({
      name: `F${index}`,
      on: this.oneOf(composite.filter((type) => type !== schema.getSubscriptionType())),
    }));
    this.fragments = fragments;
    let text = operation === 'query' ? this.selections(root, 0) : this.event();
    // Each that is reached may reach those after it, so that there is no circle.
    for (const { name, on } of fragments) {
      this.fragments = this.fragments.slice(1);
      if (text.includes(`...${name} `)) text += ` fragment ${name} on ${on.name} ${this.selections(on, 2)}`;
    }
    const used = [...this.definitions].filter(([name]) => text.includes(`$${name}`));
    const head = used.length > 0 ? `(${used.map(([name, rest]) => `$${name}: ${rest}`).join(', ')})` : '';
    const variables = Array.from({ length: sets }, () => this.variables(used.map(([name]) => name)));
    return { text: `${operation} ${head} ${text}`, variables };
  }

  /** The one field of a subscription. */
  private event(): string {
    const field = this.oneOf(Object.values(this.options.schema.getSubscriptionType()!.getFields()));
    return `{ ${this.field(field, 0)} }`;
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const count = this.below(5) + 1;
    return `{ ${Array.from({ length: count }, () => this.selection(type, depth)).join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.below(10);
    const overlapping = this.overlapping(type);
    if (kind > 7) {
      const fitting = this.fragments.filter(({ on }) => overlapping.includes(on));
      if (fitting.length > 0) return `...${this.oneOf(fitting).name} ${this.directives()}`;
    }
    if (kind > 5 && depth < MAX_DEPTH) {
      const on = this.oneOf(overlapping);
      const condition = on === type && this.below(2) ? '' : `on ${on.name}`;
      return `... ${condition} ${this.directives()} ${this.selections(on, depth + 1)}`;
    }
    if (!('getFields' in type)) return `__typename ${this.directives()}`;
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)),
    );
    if (fields.length === 0 || this.below(12) === 11)
      return `${this.oneOf(['', 'kind: '])}__typename ${this.directives()}`;
    const deeper = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    return this.field(this.oneOf(deeper.length > 0 && this.below(2) ? deeper : fields), depth);
  }

  /** The same field with the same arguments always has the same name, so that fields of one name can be merged. */
  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.flatMap((argument) => this.argument(argument));
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const alias = this.below(6) === 0 || args ? `${field.name}${hash(args)}: ` : '';
    const type = getNamedType(field.type);
    const inner = isLeafType(type) ? '' : this.selections(type as GraphQLCompositeType, depth + 1);
    return `${alias}${field.name}${args} ${this.directives()} ${inner}`;
  }

  private argument({ name, type, defaultValue }: GraphQLArgument): string[] {
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    if (!isRequired && this.below(3) !== 1) return [];
    return [`${name}: ${this.below(2) ? this.literal(type, true) : this.variable(type, defaultValue)}`];
  }

  private variable(type: GraphQLInputType, defaultValue: unknown): string {
    const name = `v${this.types.size}`;
    this.types.set(name, type);
    const isLoose = isNonNullType(type) && (defaultValue !== undefined || this.below(3) === 1);
    const declared = isLoose ? type.ofType : type;
    const needsDefault = isLoose && defaultValue === undefined;
    const usual =
      needsDefault || this.below(3) === 0 ? ` = ${this.literal(needsDefault ? type : declared)}` : '';
    this.definitions.set(name, `${String(declared)}${usual}`);
    this.types.set(name, declared);
    return `$${name}`;
  }

  private literal(type: GraphQLInputType, mayVary = false): string {
    if (isNonNullType(type)) return this.literal(type.ofType, mayVary).replace(/^null$/, '1');
    if (mayVary && this.below(6) === 5) return this.variable(type, undefined);
    if (this.below(8) === 7) return 'null';
    if (isListType(type)) {
      const items = Array.from({ length: this.below(3) }, () => this.literal(type.ofType, mayVary));
      return this.below(4) === 3 ? (items[0] ?? '[]') : `[${items.join(', ')}]`;
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.below(2),
      );
      return `{${fields.map((field) => `${field.name}: ${this.literal(field.type, mayVary)}`).join(', ')}}`;
    }
    const samples = this.options.samples[type.name];
    if (samples) return this.oneOf(samples);
    if (isEnumType(type)) return this.oneOf(type.getValues()).name;
    return this.oneOf(type.name === 'Boolean' ? ['true', 'false'] : ['1', '2', '3']);
  }

  /** Every other set may have something wrong, or missing. */
  private variables(names: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const isProper = this.below(2) === 0;
    for (const name of names) {
      const type = this.types.get(name);
      const chance = isProper ? 20 : this.below(20);
      if (chance < 3) continue;
      if (chance === 3) values[name] = null;
      else if (chance === 4) values[name] = this.oneOf<unknown>(['?', 1.5, {}, [], [null], true]);
      else if (chance === 5) values[name] = undefined;
      else values[name] = type ? this.value(type) : this.below(2) === 0;
    }
    return values;
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(type.ofType) ?? 1;
    if (this.below(6) === 5) return null;
    if (isListType(type))
      return this.below(4) === 0
        ? this.value(type.ofType)
        : Array.from({ length: this.below(3) }, () => this.value(type.ofType));
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || this.below(2))
          .map((field) => [field.name, this.value(field.type)]),
      );
    const text = this.literal(type);
    return isEnumType(type) ? text : (JSON.parse(text) as unknown);
  }

  private directives(): string {
    const count = Math.max(0, this.below(4) - 1);
    const names = this.below(2) ? ['skip', 'include'] : ['include', 'skip'];
    return names
      .slice(0, count)
      .map((name) => `@${name}(if: ${this.condition()})`)
      .join(' ');
  }

  private condition(): string {
    if (this.below(5) === 0) return this.oneOf(['true', 'false']);
    const [name, rest] = this.oneOf(BOOLEANS).split(': ') as [string, string];
    this.definitions.set(name, rest);
    return `$${name}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const { schema } = this.options;
    const possible = (one: GraphQLCompositeType) =>
      isAbstractType(one) ? schema.getPossibleTypes(one) : [one];
    const composite = Object.values(schema.getTypeMap()).filter(
      (one): one is GraphQLCompositeType => isObjectType(one) || isAbstractType(one),
    );
    return composite.filter((one) => possible(one).some((object) => possible(type).includes(object)));
  }

  private below(bound: number): number {
    return (this.choices[this.at++] ?? 0) % bound;
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

/** Letters alone, but now and then an underscore. */
function hash(text: string): string {
  let value = 7;
  for (const character of text) value = (value * 31 + character.codePointAt(0)!) % 1_000_003;
  const letters = value.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
  return value % 11 === 0 ? `_${letters}` : letters;
}
