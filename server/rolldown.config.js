// Puts the server into few files: Node takes longer to find and read 1,600 of them than to run what is in them.
import { defineConfig } from 'rolldown';

/** With maps of what others wrote `node --enable-source-maps` would take longer to start; theirs stays readable. */
const noMapsOfDependencies = {
  name: 'no-maps-of-dependencies',
  transform: { filter: { id: /node_modules/ }, handler: (code) => ({ code, map: { mappings: '' } }) },
};

export default defineConfig({
  cwd: import.meta.dirname,
  // main.ts imports app.ts in its own time; as an entry, what it needs counts as needed at start.
  input: {
    main: 'src/main.ts',
    app: 'src/app.ts',
    config: 'src/config.ts',
    'change-password': 'src/commands/change-password.ts',
    'create-user': 'src/commands/create-user.ts',
    key: 'src/commands/key.ts',
    'rotate-epoch': 'src/commands/rotate-epoch.ts',
    'sql-sender': 'src/commands/sql-sender.ts',
    token: 'src/commands/token.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // What is built is what runs in production: graphql compares each type in a slower way elsewhere.
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  // It has a native part, which is found beside it.
  external: ['@node-rs/argon2'],
  plugins: [noMapsOfDependencies],
  output: {
    dir: 'dist',
    cleanDir: true,
    sourcemap: true,
    comments: false,
    chunkFileNames: '[name].js',
    codeSplitting: {
      // What is needed at start in one file; the rest stays apart until somebody asks for it.
      groups: [{ name: 'dependencies', test: /node_modules/, tags: ['$initial'] }],
    },
  },
});
