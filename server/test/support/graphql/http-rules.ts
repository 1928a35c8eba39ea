export const OWN = 'application/graphql-response+json';
export const JSON_TYPE = 'application/json';
export const WHO = '{ viewer { id } }';
const CASEY = { data: { viewer: { id: 'casey' } } };
/** Of two operations. */
const BOTH = 'query A { viewer { id } } query B { viewer { name } }';
const PAGE = 'query ($first: Int!) { notifications(first: $first) { edges { cursor } } }';
export const MARK = 'mutation { markAllAsRead { affectedCount } }';
/** A field that refuses where others do not, and one whose refusal takes all with it. */
export const PARTLY = '{ viewer { id } broadcast(id: "nonsense") { id } }';
const NOTHING_LEFT = '{ notifications(first: 1000) { edges { cursor } } }';

export interface Request {
  method?: string;
  /** Of the address. */
  search?: Record<string, string> | string;
  headers?: Record<string, string | undefined>;
  body?: unknown;
}

interface Expected {
  status: number;
  code?: string;
  type?: string;
  headers?: Record<string, string>;
  /** The whole answer. */
  body?: unknown;
}

type Case = [what: string, request: Request, expected: Expected];

export const post = (query: string, more: object = {}): Request => ({ body: { query, ...more } });
export const get = (query: string, more: Record<string, string> = {}): Request => ({
  method: 'GET',
  search: { query, ...more },
});
const accepting = (accept: string | undefined, request: Request = post(WHO)): Request => ({
  ...request,
  headers: { accept },
});
const typed = (type: string | undefined, request: Request = post(WHO)): Request => ({
  ...request,
  headers: { 'content-type': type },
});
const refused = (status: number, code: string): Expected => ({ status, code, type: OWN });

/** By the rules of docs/graphql-over-http.md. */
export const rules: Record<string, Case[]> = {
  post: [['a query', post(WHO), { status: 200, body: CASEY }]],
  'utf-8-assumed': [
    [
      'letters of all kinds',
      post('query ($a: ID!) { node(id: $a) { id } }', { variables: { a: 'ü€😀' } }),
      { status: 200 },
    ],
    ['said as well', typed('application/json; charset=UTF-8'), { status: 200, body: CASEY }],
    ['another one', typed('application/json; charset=iso-8859-1'), refused(415, 'BAD_REQUEST')],
  ],
  'no-content-type': [['none', typed(undefined), refused(415, 'BAD_REQUEST')]],
  'unsupported-content-type': [
    'text/plain',
    'application/graphql',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'nonsense',
  ].map((type): Case => [type, typed(type), refused(415, 'BAD_REQUEST')]),
  'get-parameters': [
    ['a query', get(WHO), { status: 200, body: CASEY }],
    ['variables', get(PAGE, { variables: '{"first":1}' }), { status: 200 }],
    ['an operation', get(BOTH, { operationName: 'A', extensions: '{}' }), { status: 200, body: CASEY }],
    [
      'one that is called null',
      get('query null { viewer { id } } query B { __typename }', { operationName: 'null' }),
      { status: 200, body: CASEY },
    ],
    ['variables that are no JSON', get(PAGE, { variables: '{first:1}' }), refused(422, 'BAD_REQUEST')],
    ['variables that are a list', get(PAGE, { variables: '[1]' }), refused(422, 'BAD_REQUEST')],
    ['two queries', { method: 'GET', search: `query=${WHO}&query=${WHO}` }, refused(422, 'BAD_REQUEST')],
    ['nothing', { method: 'GET' }, refused(422, 'BAD_REQUEST')],
  ],
  'empty-is-absent': [
    [
      'all of them',
      get(WHO, { operationName: '', variables: '', extensions: '' }),
      { status: 200, body: CASEY },
    ],
  ],
  'null-is-absent': [
    [
      'all of them',
      post(WHO, { operationName: null, variables: null, extensions: null }),
      { status: 200, body: CASEY },
    ],
    ['by GET, as JSON', get(WHO, { variables: 'null', extensions: 'null' }), { status: 200, body: CASEY }],
  ],
  'unknown-ignored': [
    ['by POST', post(WHO, { id: 7, batch: [], constructor: 'x', toString: 1 }), { status: 200, body: CASEY }],
    ['by GET', get(WHO, { id: '7', utm_source: 'x' }), { status: 200, body: CASEY }],
  ],
  'get-mutation': [
    ['alone', get(MARK), { ...refused(405, 'BAD_REQUEST'), headers: { allow: 'POST' } }],
    [
      'beside a query',
      get(`query Q ${WHO} ${MARK.replace('mutation', 'mutation M')}`, { operationName: 'M' }),
      refused(405, 'BAD_REQUEST'),
    ],
    [
      'the query beside it',
      get(`query Q ${WHO} ${MARK.replace('mutation', 'mutation M')}`, { operationName: 'Q' }),
      { status: 200, body: CASEY },
    ],
  ],
  'unsupported-method': ['PUT', 'DELETE', 'PATCH'].map((method): Case => [
    method,
    { ...post(WHO), method },
    { status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } },
  ]),
  'content-type': [
    ['of an answer', accepting(OWN), { status: 200, type: `${OWN}; charset=utf-8` }],
    ['of a refusal', accepting(OWN, post('{')), { status: 400, type: `${OWN}; charset=utf-8` }],
  ],
  'graphql-response': [
    ['by POST', accepting(OWN), { status: 200, type: OWN }],
    ['by GET', accepting(OWN, get(WHO)), { status: 200, type: OWN }],
  ],
  accept: [
    ['both', accepting(`${OWN}, ${JSON_TYPE};q=0.9`), { status: 200, type: OWN }],
    ['both alike', accepting(`${JSON_TYPE}, ${OWN}`), { status: 200, type: OWN }],
    ['JSON rather', accepting(`${OWN};q=0.5, ${JSON_TYPE}`), { status: 200, type: JSON_TYPE }],
    ['anything but JSON', accepting(`${JSON_TYPE};q=0, */*`), { status: 200, type: OWN }],
    [
      'as urql',
      accepting(`${OWN}, application/graphql+json, ${JSON_TYPE}, text/event-stream, multipart/mixed`),
      { status: 200, type: OWN },
    ],
  ],
  'legacy-success': [
    ['JSON', accepting(JSON_TYPE), { status: 200, type: JSON_TYPE }],
    ['JSON, in part', accepting(JSON_TYPE, post(PARTLY)), { status: 294, type: JSON_TYPE }],
    ['no Accept', accepting(undefined), { status: 200, type: JSON_TYPE }],
    ['anything', accepting('*/*'), { status: 200, type: JSON_TYPE }],
  ],
  'legacy-failure': [
    ['JSON', accepting(JSON_TYPE, post('{')), { status: 400, type: OWN }],
    ['no Accept', accepting(undefined, post('{ nonsense }')), { status: 422, type: OWN }],
  ],
  'not-acceptable': ['text/html', 'application/xml', `${JSON_TYPE};q=0`, 'nonsense'].map((accept): Case => [
    accept,
    accepting(accept, post(MARK)),
    { status: 406, code: 'BAD_REQUEST' },
  ]),
  validation: [
    ['fields', post('{ nonsense }'), refused(422, 'GRAPHQL_VALIDATION_FAILED')],
    [
      'a limit',
      post(
        `{ ${'a: viewer { id } '.repeat(3)} ${Array.from({ length: 40 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      ),
      refused(422, 'QUERY_TOO_COMPLEX'),
    ],
  ],
  data: [['a mutation', post('mutation { markAllAsSeen(upToSeq: 0) { inbox { id } } }'), { status: 200 }]],
  partial: [
    ['a field of several', accepting(OWN, post(PARTLY)), { status: 294, type: OWN, code: 'FORBIDDEN' }],
    [
      'nothing is left',
      accepting(OWN, post(NOTHING_LEFT)),
      { status: 294, type: OWN, code: 'BAD_USER_INPUT' },
    ],
    ['a mutation', post('mutation { markAsRead(id: "nonsense") { inbox { id } } }'), { status: 294 }],
    ['by GET', get(PARTLY), { status: 294 }],
  ],
  'body-not-json': [
    ['nonsense', { body: 'NONSENSE' }, refused(400, 'BAD_REQUEST')],
    ['half of one', { body: '{"query":' }, refused(400, 'BAD_REQUEST')],
    ['nothing', { body: '' }, refused(400, 'BAD_REQUEST')],
  ],
  'not-well-formed': [
    ['no query', { body: {} }, refused(422, 'BAD_REQUEST')],
    ['a typing error', { body: { qeury: WHO } }, refused(422, 'BAD_REQUEST')],
    ['a query that is null', { body: { query: null } }, refused(422, 'BAD_REQUEST')],
    ['a query that is a tree', { body: { query: { kind: 'Document' } } }, refused(422, 'BAD_REQUEST')],
    ['variables in a list', post(PAGE, { variables: [7] }), refused(422, 'BAD_REQUEST')],
    ['variables as text', post(PAGE, { variables: '{"first":1}' }), refused(422, 'BAD_REQUEST')],
    ['an operation that is a number', post(WHO, { operationName: 1 }), refused(422, 'BAD_REQUEST')],
    ['extensions that are none', post(WHO, { extensions: 'x' }), refused(422, 'BAD_REQUEST')],
    ['several at once', { body: [{ query: WHO }, { query: WHO }] }, refused(422, 'BAD_REQUEST')],
    ['a text', { body: '"x"' }, refused(422, 'BAD_REQUEST')],
    ['null', { body: 'null' }, refused(422, 'BAD_REQUEST')],
  ],
  'document-not-parsed': [
    ['half of one', post('{'), refused(400, 'GRAPHQL_PARSE_FAILED')],
    ['nothing', post(''), refused(400, 'GRAPHQL_PARSE_FAILED')],
    ['by GET', get('{'), refused(400, 'GRAPHQL_PARSE_FAILED')],
    ['nothing by GET', get(''), refused(400, 'GRAPHQL_PARSE_FAILED')],
  ],
  'document-not-valid': [
    ['an argument that is missing', post('{ node { id } }'), refused(422, 'GRAPHQL_VALIDATION_FAILED')],
    ['by GET', get('{ nonsense }'), refused(422, 'GRAPHQL_VALIDATION_FAILED')],
  ],
  'operation-not-determined': [
    ['which of two', post(BOTH), refused(422, 'BAD_USER_INPUT')],
    ['none of that name', post(BOTH, { operationName: 'C' }), refused(422, 'BAD_USER_INPUT')],
    ['only fragments', post('fragment A on User { id }'), { status: 422 }],
  ],
  'variables-not-coerced': [
    ['null', post(PAGE, { variables: { first: null } }), refused(422, 'BAD_USER_INPUT')],
    ['a text', post(PAGE, { variables: { first: 'x' } }), refused(422, 'BAD_USER_INPUT')],
    ['none', post(PAGE), refused(422, 'BAD_USER_INPUT')],
  ],
  'not-permitted': [
    [
      'a page of another site',
      { ...get(WHO), headers: { authorization: undefined, cookie: 'a=b' } },
      refused(400, 'BAD_REQUEST'),
    ],
    [
      'a field',
      { ...post(WHO), headers: { authorization: undefined } },
      { status: 294, code: 'UNAUTHENTICATED' },
    ],
  ],
  'body-too-large': [
    ['3 MB', post(WHO, { extensions: { x: 'x'.repeat(3_000_000) } }), refused(413, 'PAYLOAD_TOO_LARGE')],
  ],
};
