// ESM all the way (MikroORM 7 has no CommonJS build), so jest needs `node --experimental-vm-modules`: see "test".
const swc = (parser, transform, transformer = '@swc/jest') => [
  transformer,
  {
    jsc: { parser: { syntax: 'typescript', ...parser }, transform, target: 'es2023' },
    module: { type: 'es6' },
  },
];

const node = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': swc({ decorators: true }, { legacyDecorator: true, useDefineForClassFields: true }),
  },
};

export default {
  // Every worker drives a real server and a real database, and much of what is tested is how they wait: with three a
  // quarter of two cores had nothing to do.
  maxWorkers: 4,
  // Each file's modules stay in memory for as long as its worker lives (Node cannot free contexts of ESM); one that has
  // grown to gigabytes also takes longer to end than jest waits before it calls that a leak.
  workerIdleMemoryLimit: '1GB',
  workerGracefulExitTimeout: 5_000,
  testTimeout: 120_000,
  testSequencer: '<rootDir>/server/test/support/jest/longest-first.js',
  projects: [
    {
      ...node,
      displayName: 'server',
      testEnvironment: '<rootDir>/server/test/support/jest/server-environment.js',
      setupFiles: ['<rootDir>/server/test/support/jest/metadata.js'],
      roots: ['<rootDir>/server/src', '<rootDir>/server/test'],
      globalSetup: '<rootDir>/server/test/support/jest/global-setup.ts',
      globalTeardown: '<rootDir>/server/test/support/jest/global-teardown.ts',
    },
    { ...node, displayName: 'local', roots: ['<rootDir>/server/local', '<rootDir>/server/bench'] },
    {
      displayName: 'client',
      testEnvironment: '<rootDir>/client/test/browser-environment.js',
      roots: ['<rootDir>/client/src', '<rootDir>/client/packages'],
      extensionsToTreatAsEsm: ['.ts', '.tsx'],
      transform: {
        '\\.tsx?$': swc(
          { tsx: true },
          { react: { runtime: 'automatic' }, useDefineForClassFields: true },
          '<rootDir>/client/test/transform.js',
        ),
      },
      setupFiles: ['<rootDir>/client/test/act.ts', '<rootDir>/client/test/words.ts'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/client/test/no-style.ts',
        '^[.]/(en|de|fr|ar)[.]json$': '<rootDir>/client/test/no-words.ts',
      },
    },
  ],
};
