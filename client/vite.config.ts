import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

// Where the server listens, by the same variable as for itself.
const { PORT = '4000' } = loadEnv('development', import.meta.dirname, 'PORT');
const server = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: {
    port: 5173,
    proxy: { '/graphql': { target: server, ws: true }, '/explorer': { target: server } },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Everything is served from our own origin; nothing is inlined, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Libraries change less often than we do; a browser that has them keeps them.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
            { name: 'graphql', test: /node_modules\/(@apollo|graphql|graphql-ws|rxjs|optimism|@wry)\// },
            { name: 'mantine', test: /node_modules\// },
          ],
        },
      },
    },
  },
});
