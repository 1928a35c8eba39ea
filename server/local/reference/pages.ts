// The pages of docs/schema/, in Markdown.
import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
} from 'graphql';

const ORIGIN =
  'Written by `npm run codegen` from [schema.graphql](../../schema.graphql). ' +
  'Other pages: [queries](queries.md), [mutations](mutations.md), [subscriptions](subscriptions.md), ' +
  '[types](types.md), [inputs](inputs.md), [enums](enums.md).';
const OF_ALL =
  'Any of them may also answer what [every field may](enums.md#errorcode): `UNAUTHENTICATED`, `FORBIDDEN`, ' +
  '`BAD_USER_INPUT`, `RATE_LIMITED`, `QUERY_TOO_COMPLEX`, `SERVICE_UNAVAILABLE`, `INTERNAL_SERVER_ERROR`. ' +
  'Who may ask is by [permissions.md](../permissions.md).';
const ERRORS = /\s*Errors: ((?:[^.(]|\([^)]*\))*)\./;

type Value = GraphQLArgument | GraphQLInputField;
type Field = GraphQLField<unknown, unknown>;

export class Pages {
  private readonly callers: ReadonlyMap<string, string>;
  private readonly fileOf: (type: GraphQLNamedType) => string | undefined;

  /**
   * @param callers who may ask for each root field, in words
   * @param fileOf on which page a type stands
   */
  constructor(callers: ReadonlyMap<string, string>, fileOf: (type: GraphQLNamedType) => string | undefined) {
    this.callers = callers;
    this.fileOf = fileOf;
  }

  ofOperations(title: string, root: GraphQLObjectType): string {
    const fields = Object.values(root.getFields());
    const index = fields.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ');
    return [`# ${title}`, ORIGIN, OF_ALL, index, ...fields.map((field) => this.operation(field))].join(
      '\n\n',
    );
  }

  ofTypes(title: string, types: readonly GraphQLNamedType[]): string {
    const index = types.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ');
    return [`# ${title}`, ORIGIN, index, ...types.map((type) => this.type(type))].join('\n\n');
  }

  private operation(field: Field): string {
    const description = proseOf(field.description);
    const errors = ERRORS.exec(description)?.[1];
    return [
      `## ${field.name}`,
      deprecated(field) + description.replace(ERRORS, ''),
      [
        `**Answers** ${this.link(field.type)}`,
        `**For** ${this.callers.get(field.name) ?? 'those whom permissions.md names'}`,
        ...(errors ? [`**Errors** ${errors}`] : []),
      ].join('. ') + '.',
      list(field.args.map((argument) => this.value(argument))),
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  private type(type: GraphQLNamedType): string {
    return [`## ${type.name}`, this.nature(type) + proseOf(type.description), list(this.members(type))]
      .filter(Boolean)
      .join('\n\n');
  }

  /** What is to be known of it besides its description. */
  private nature(type: GraphQLNamedType): string {
    if (isInputObjectType(type) && type.isOneOf) return '`@oneOf`. ';
    if (isInterfaceType(type)) return 'An interface. ';
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    return interfaces.length > 0 ? `Is a ${interfaces.map((one) => this.link(one)).join(' and a ')}. ` : '';
  }

  private members(type: GraphQLNamedType): string[] {
    if (isEnumType(type))
      return type
        .getValues()
        .map((value) => `\`${value.name}\`: ${deprecated(value)}${proseOf(value.description)}`);
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => this.value(field));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).map((field) => this.field(field));
  }

  private field(field: Field): string {
    const args = field.args.map((argument) => `  - ${this.value(argument)}`);
    const head = `\`${field.name}\` ${this.link(field.type)}: ${deprecated(field)}${proseOf(field.description)}`;
    return [head, ...args].join('\n');
  }

  /** An argument, or a field of an input. */
  private value(value: Value): string {
    const usual = value.defaultValue === undefined ? null : astFromValue(value.defaultValue, value.type);
    const preset = usual ? ` = \`${print(usual)}\`` : '';
    return `\`${value.name}\` ${this.link(value.type)}${preset}: ${deprecated(value)}${proseOf(value.description)}`;
  }

  private link(type: GraphQLType): string {
    const named = getNamedType(type);
    const file = this.fileOf(named);
    const code = `\`${String(type)}\``;
    return file ? `[${code}](${file}#${named.name.toLowerCase()})` : code;
  }
}

/** One line, in which nothing is markup but what is meant so. */
function proseOf(description: string | null | undefined): string {
  return (description ?? '').replaceAll(/\s+/g, ' ').replaceAll(/</g, '&lt;').trim();
}

function deprecated({ deprecationReason }: { deprecationReason?: string | null | undefined }): string {
  return deprecationReason ? `**Deprecated**: ${deprecationReason} ` : '';
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
