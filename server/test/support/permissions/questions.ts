// A use of a root field that shows all it can: its required arguments, and everything below it.
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

const DEPTH = 3;

/** What a value of another type than these would be is not guessed: the test fails, and one is added here. */
const VALUES = new Map<string, unknown>([
  ['Int', 1],
  ['Float', 1],
  ['Boolean', true],
  ['String', 'x'],
  ['DateTime', '2999-01-01T00:00:00Z'],
  ['JSONObject', {}],
]);

/** Where any text would do, one that lets the question come further. */
const GIVEN = new Map<string, unknown>([
  ['SubjectRef.type', 'application'],
  ['snoozeNotifications.until', new Date(Date.now() + 86_400_000).toISOString()],
  ['setTimeZone.timeZone', 'Europe/Berlin'],
  ['setPace.category', 'general'],
  ['setPace.channel', 'EMAIL'],
  ['rehearsal.change', { reset: true }],
  ['signIn.email', 'candidate@example.com'],
  ['signIn.password', 'carillon'],
]);

export interface Question {
  readonly document: DocumentNode;
  /** With this id wherever one is asked for. */
  readonly variables: (id: string) => Record<string, unknown>;
  readonly asksForId: boolean;
}

export function questionOf(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
): Question {
  const args = field.args.filter(isRequiredArgument);
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const used = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const variables = (id: string) =>
    Object.fromEntries(args.map(({ name, type }) => [name, valueOf(type, id, `${field.name}.${name}`)]));
  const document = parse(
    `${kind} ${declared && `(${declared})`} { ${field.name}${used && `(${used})`} ${selectionOf(schema, field.type, DEPTH)} }`,
  );
  const [mistake] = validate(schema, document);
  if (mistake) throw mistake;
  return {
    document,
    variables,
    asksForId: JSON.stringify(variables('one')) !== JSON.stringify(variables('another')),
  };
}

function valueOf(type: GraphQLInputType, id: string, place: string): unknown {
  const wanted = getNullableType(type);
  if (GIVEN.has(place)) return GIVEN.get(place);
  if (isListType(wanted)) return [valueOf(wanted.ofType, id, place)];
  if (isEnumType(wanted)) return wanted.getValues()[0]!.name;
  if (isInputObjectType(wanted)) {
    // Of an input of which exactly one field is given none is required.
    const all = Object.values(wanted.getFields());
    const fields = wanted.isOneOf ? all.slice(0, 1) : all.filter(isRequiredInputField);
    return Object.fromEntries(
      fields.map(({ name, type: inner }) => [name, valueOf(inner, id, `${wanted.name}.${name}`)]),
    );
  }
  if (wanted.name === 'ID') return id;
  if (!VALUES.has(wanted.name)) throw new Error(`Which value has ${place}, of ${wanted.name}?`);
  return VALUES.get(wanted.name);
}

/** Fields of different types that are called the same would not go together: each is renamed by its type. */
function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
  const parts = types.map((one) => {
    const fields = Object.values(one.getFields()).filter(
      (field) => !field.args.some(isRequiredArgument) && (depth > 1 || isLeafType(getNamedType(field.type))),
    );
    const names = fields.map(
      (field) => `${one.name}_${field.name}: ${field.name} ${selectionOf(schema, field.type, depth - 1)}`,
    );
    return `... on ${one.name} { __typename ${names.join(' ')} }`;
  });
  return `{ ${parts.join(' ')} }`;
}
