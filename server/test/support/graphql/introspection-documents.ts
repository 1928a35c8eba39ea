// What tools ask of a schema. Those of graphql-js write it with getIntrospectionQuery, whose text differs from version
// to version; others bring a text of their own in the same manner. Built here from what they have in common.

interface Shape {
  /** Levels of `ofType`. */
  depth: number;
  descriptions?: boolean;
  schemaDescription?: boolean;
  /** `queryType { name kind }`, as since graphql 16.12. */
  rootKinds?: boolean;
  specifiedBy?: 'specifiedByURL' | 'specifiedByUrl';
  isOneOf?: boolean;
  isRepeatable?: boolean;
  /** `includeDeprecated` of arguments and input fields. */
  inputs?: boolean;
  /** The same of a directive's arguments. */
  directiveInputs?: boolean;
  /** And of directives themselves, as graphql 17 knows it. */
  directives?: boolean;
  /** Besides what it is made of, every reference brings its possible types. */
  possibleTypes?: boolean;
  /** Where directives may stand, as before graphql 0.8. */
  oldLocations?: boolean;
  /** Without fragments. */
  inline?: boolean;
}

const when = (isSo: boolean | undefined, text: string) => (isSo ? text : '');

function reference({ depth, possibleTypes }: Shape, level = 0): string {
  const possible = when(possibleTypes, 'possibleTypes { kind name }');
  const inner = level < depth ? `ofType { ${reference({ depth, possibleTypes }, level + 1)} }` : '';
  return `kind name ${possible} ${inner}`;
}

export function introspection(shape: Shape): string {
  const { descriptions = true, inputs, inline } = shape;
  const description = when(descriptions, 'description');
  const all = when(inputs, '(includeDeprecated: true)');
  const deprecation = 'isDeprecated deprecationReason';
  const ref = inline ? reference(shape) : '...Ref';
  const input = `name ${description} type { ${ref} } defaultValue ${when(inputs, deprecation)}`;
  const given = inline ? input : '...Input';
  const type = `kind name ${description} ${shape.specifiedBy ?? ''} ${when(shape.isOneOf, 'isOneOf')}
    fields(includeDeprecated: true) {
      name ${description} args${all} { ${given} } type { ${ref} } ${deprecation}
    }
    inputFields${all} { ${given} }
    interfaces { ${ref} }
    enumValues(includeDeprecated: true) { name ${description} ${deprecation} }
    possibleTypes { ${ref} }`;
  const root = when(shape.rootKinds, 'kind');
  return `query IntrospectionQuery {
    __schema {
      ${when(shape.schemaDescription, 'description')}
      queryType { name ${root} } mutationType { name ${root} } subscriptionType { name ${root} }
      types { ${inline ? type : '...Full'} }
      directives${when(shape.directives, '(includeDeprecated: true)')} {
        name ${description} ${when(shape.isRepeatable, 'isRepeatable')} ${when(shape.directives, deprecation)}
        ${shape.oldLocations ? 'onOperation onFragment onField' : 'locations'}
        args${when(shape.directiveInputs, '(includeDeprecated: true)')} { ${given} }
      }
    }
  }
  ${when(!inline, `fragment Full on __Type { ${type} } fragment Input on __InputValue { ${input} } fragment Ref on __Type { ${reference(shape)} }`)}`;
}

const everything = {
  schemaDescription: true,
  isRepeatable: true,
  inputs: true,
  directiveInputs: true,
} as const;

/** By the tools that send them. */
export const toolDocuments: readonly [tools: string, document: string][] = [
  ['graphql 14 and 15, get-graphql-schema for Relay', introspection({ depth: 7 })],
  ['graphql 16, @urql/introspection without descriptions', introspection({ depth: 9, descriptions: false })],
  ['Apollo rover', introspection({ depth: 7, inputs: true })],
  ['Apollo Sandbox', introspection({ depth: 9, ...everything, directiveInputs: false })],
  [
    'GraphiQL 5, Altair 8',
    introspection({ depth: 9, ...everything, specifiedBy: 'specifiedByURL', rootKinds: true }),
  ],
  [
    'graphql-codegen, Insomnia and Postman with all that they can ask',
    introspection({ depth: 9, ...everything, specifiedBy: 'specifiedByURL', isOneOf: true }),
  ],
  [
    'graphql 17',
    introspection({
      depth: 9,
      ...everything,
      specifiedBy: 'specifiedByURL',
      isOneOf: true,
      rootKinds: true,
      directives: true,
    }),
  ],
  ['somebody who is afraid of lists of lists of lists', introspection({ depth: 14, ...everything })],
  ['somebody who is more so', introspection({ depth: 20 })],
  ['a page builder', introspection({ depth: 7, possibleTypes: true })],
  ['generators for Swift and the like', introspection({ depth: 3, inline: true })],
  [
    'who first asks what may be asked',
    `{ a: __type(name: "__Directive") { fields { name } } b: __type(name: "__Type") { fields { name args { name } } }
       c: __type(name: "__InputValue") { fields(includeDeprecated: true) { name } } __schema { queryType { name } } }`,
  ],
  [
    'who asks in the middle of another question',
    '{ __typename ...Types } fragment Types on Query { __schema { types { ...Ref } } } fragment Ref on __Type { name ofType { name ofType { name } } }',
  ],
];

/** What graphql 16 does not know: refused for that, not for its depth. */
export const foreignDocuments: readonly [tools: string, document: string][] = [
  ['graphql 15 with its older specifiedByUrl', introspection({ depth: 7, specifiedBy: 'specifiedByUrl' })],
  ['tools from before graphql 0.8', introspection({ depth: 3, oldLocations: true })],
];

const chain = (depth: number, step: (inner: string) => string, end: string): string =>
  depth === 0 ? end : step(chain(depth - 1, step, end));
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const wrapped = (depth: number) => chain(depth, (inner) => `ofType { ${inner} }`, 'name');
const FULL =
  'kind name description fields { name description args { name description } type { name kind } } enumValues { name description }';

/** Small questions with large answers, or such as only an attacker asks. */
export const bombs: readonly [what: string, document: string][] = [
  ['ofType 300 deep', `{ __type(name: "User") { ${wrapped(300)} } }`],
  ['ofType 40 deep', `{ __type(name: "User") { ${wrapped(40)} } }`],
  [
    'ofType 100 deep in fragments of 10',
    `{ __type(name: "User") { ...F0 } } ${times(10, (index) => `fragment F${index} on __Type { ${chain(10, (inner) => `ofType { ${inner} }`, index < 9 ? `...F${index + 1}` : 'name')} }`)}`,
  ],
  [
    'fields of the types of fields of the types of fields',
    `{ __schema { types { ${chain(5, (inner) => `fields { type { ${inner} } }`, 'name')} } } }`,
  ],
  [
    'the same with types that implement and are implemented',
    `{ __schema { types { ${chain(4, (inner) => `interfaces { possibleTypes { ${inner} } }`, 'name')} } } }`,
  ],
  [
    'the same in fragments',
    `{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ofType { ...C } } } } fragment C on __Type { fields { type { name } } }`,
  ],
  ['the schema 30 times', `{ ${times(30, (index) => `a${index}: __schema { types { ${FULL} } }`)} }`],
  [
    'the schema 30 times by a fragment',
    `{ ${times(30, (index) => `a${index}: __schema { ...F }`)} } fragment F on __Schema { types { name description fields { name description args { name description } } } }`,
  ],
];

/** Too much only for somebody unknown. */
export const appetites: readonly [what: string, document: string][] = [
  [
    'the largest type 30 times',
    `{ ${times(30, (index) => `a${index}: __type(name: "Mutation") { ${FULL} }`)} }`,
  ],
  ['a schema several times', `{ ${times(5, (index) => `a${index}: __schema { types { ${FULL} } }`)} }`],
];
