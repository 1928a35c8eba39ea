import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://127.0.0.1:4000';

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
  },
});
