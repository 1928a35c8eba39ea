// The architecture as rules. A new folder is protected once its name is in docs/folders.json.
const { server: SERVER_FOLDERS, clientFeatures, clientShared } = require('./docs/folders.json');

const namesOf = (folders) => folders.map(({ name }) => name);

// A line: each folder of server/src may import itself and the folders to its right.
const SERVER = namesOf(SERVER_FOLDERS);

// Side by side: features of client/src never import each other; they stand on the shared folders.
const CLIENT = namesOf(clientFeatures);
const CLIENT_SHARED = namesOf(clientShared);

const oneOf = (names) => `(${names.join('|')})`;
const server = (names) => `^server/src/${oneOf(names)}/`;
const client = (names) => `^client/src/${oneOf(names)}/`;
const SHARED_BY_SIDES = '^server/src/platform/text/(bidi|limits|link|places|readable)[.]ts$';
const TESTS = '[.]test[.]tsx?$';

const serverLine = SERVER.map((name, index) => ({
  name: `server-${name}-imports-rightwards`,
  severity: 'error',
  comment: `Features stand in a line: ${SERVER.join(' → ')}.`,
  from: { path: server([name]), pathNot: TESTS },
  to: {
    path: '^server/src/',
    pathNot: [server(SERVER.slice(index)), '^server/src/config[.]ts$', '^server/src/migrations/'],
  },
}));

const clientSides = CLIENT.map((name) => ({
  name: `client-${name}-stands-alone`,
  severity: 'error',
  comment: 'Client features never import each other: client/src/app composes them.',
  from: { path: client([name]), pathNot: TESTS },
  to: { path: '^client/src/', pathNot: client([name, ...CLIENT_SHARED]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...serverLine,
    ...clientSides,
    {
      name: 'client-shared-knows-no-feature',
      severity: 'error',
      from: { path: client(CLIENT_SHARED), pathNot: TESTS },
      to: { path: '^client/src/', pathNot: client(CLIENT_SHARED) },
    },
    {
      name: 'every-folder-has-its-place',
      severity: 'error',
      comment: 'A folder that is in none of the arrays above would be without rules.',
      from: { path: '^(server|client)/src/' },
      to: {
        path: '^(server|client)/src/[^/]+/',
        pathNot: [
          server([...SERVER, 'migrations', 'commands']),
          client([...CLIENT, ...CLIENT_SHARED, 'app']),
        ],
      },
    },
    {
      name: 'only-the-top-imports-config',
      severity: 'error',
      comment: 'The platform may use the type of it; everybody else gets values handed in.',
      from: { path: server(SERVER.filter((name) => name !== 'platform')), pathNot: TESTS },
      to: { path: '^server/src/config[.]ts$' },
    },
    {
      name: 'platform-takes-only-the-type-of-config',
      severity: 'error',
      from: { path: server(['platform']), pathNot: TESTS },
      to: { path: '^server/src/config[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'config-knows-nothing-of-us',
      severity: 'error',
      comment:
        'The files at the top of server/src put the parts together; this one is below all of them, and knows only what an address and a secret are.',
      from: { path: '^server/src/config[.]ts$' },
      to: { path: '^server/src/', pathNot: '^server/src/platform/text/(guessable|mailbox)[.]ts$' },
    },
    {
      name: 'migrations-are-handed-to-the-platform',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: ['^server/src/(platform|migrations)/', '^server/src/(commands/)?[^/]+$'],
      },
      to: { path: '^server/src/migrations/' },
    },
    {
      name: 'migrations-know-nothing-of-us',
      severity: 'error',
      comment: 'History must not change when the code does.',
      from: { path: '^server/src/migrations/' },
      to: { path: '^server/src/', pathNot: '^server/src/migrations/' },
    },
    {
      name: 'redis-stays-in-the-platform',
      severity: 'error',
      from: { path: '^server/src/', pathNot: [server(['platform']), TESTS] },
      to: { path: 'node_modules/(ioredis|graphql-redis-subscriptions)/' },
    },
    {
      name: 'product-without-tools',
      severity: 'error',
      comment: 'What runs in production needs no development launcher, test or other side.',
      from: { path: '^(server|client)/src/', pathNot: TESTS },
      to: { path: '^server/(local|test|bench)/' },
    },
    {
      name: 'sides-meet-in-the-schema',
      severity: 'error',
      comment: 'And in the files that must come to the same verdict on both sides; these import nothing.',
      from: { path: '^(server|client)/src/', pathNot: TESTS },
      to: { path: '^(server|client)/src/', pathNot: ['^$1/', SHARED_BY_SIDES] },
    },
    {
      name: 'shared-by-sides-stands-alone',
      severity: 'error',
      from: { path: SHARED_BY_SIDES },
      to: { path: '.' },
    },
    {
      name: 'client-inbox-is-headless',
      severity: 'error',
      comment: 'A package will be made of it: it draws nothing, and knows no page and no route.',
      from: { path: client(['inbox']), pathNot: TESTS },
      to: {
        path: ['^client/src/', 'node_modules/(react-router|react-dom|@mantine|@tabler)', '[.]css$'],
        pathNot: client(['inbox', 'browser', 'generated', 'words']),
      },
    },
    {
      name: 'client-notifications-are-drawn-from-the-inbox',
      severity: 'error',
      comment: 'And from nothing else: the transport, the session and other features are not theirs.',
      from: { path: client(['notifications']), pathNot: TESTS },
      to: {
        path: '^client/src/',
        pathNot: client(['notifications', 'inbox', 'ui', 'shortcuts', 'browser', 'generated', 'words']),
      },
    },
    {
      name: 'client-browser-stands-alone',
      severity: 'error',
      from: { path: client(['browser']), pathNot: TESTS },
      to: { path: '^client/src/', pathNot: client(['browser']) },
    },
    {
      name: 'component-library-stays-in-ui',
      severity: 'error',
      comment: 'What is drawn is ours; a library may lend its behaviour to ui/, which gives it our looks.',
      from: { path: '^client/src/', pathNot: '^client/src/ui/' },
      to: { path: 'node_modules/@mantine/(core|hooks|notifications)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      // Hosts have their packages in folders of their own.
      from: { pathNot: [client(['generated']), '^server/test/support/hosts/'] },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
