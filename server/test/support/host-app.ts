import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../local/repository.ts';
import { run } from './run-script.ts';

const HOST_STYLE = `body { font-family: serif } button, h2, a, article { background: rgb(255, 0, 0) !important }
  .panel, .bell, .note { outline: 9px solid rgb(0, 0, 255) }`;

/** An application of its own build, with two pages: the five lines of the docs, and all there is in a host like many. */
export async function makeHostApp(folder: string, carillon: string): Promise<void> {
  const forHere = (text: string) => text.replaceAll('http://localhost:4000', carillon);
  const source = (name: string) => readFileSync(new URL(`./hosts/${name}`, import.meta.url), 'utf8');
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const page = (script: string) => `<!doctype html><html lang="en"><head><title>Host</title>
    <meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/host.css"></head>
    <body><main><h1>Host</h1><div id="root"></div></main><script type="module" src="/${script}"></script></body></html>`;
  write('host.css', HOST_STYLE);
  write('index.html', page('main.jsx'));
  write('full.html', page('full.jsx'));
  write('main.jsx', forHere(readFileSync(inRepository('docs/examples/embedding/main.jsx'), 'utf8')));
  write('full.jsx', forHere(source('full.jsx')));
  write('package.json', '{ "type": "module" }');
  const entries = ['index.html', 'full.html'];
  write(
    'vite.config.js',
    `export default { logLevel: 'error', build: { rolldownOptions: { input: ${JSON.stringify(entries)} } } }`,
  );
  // The same with React 18 and for development, where StrictMode does everything twice, and React tells what is wrong.
  const react18 = `resolve: { alias: ${JSON.stringify({
    'react-dom': inRepository('node_modules/react-dom-18'),
    react: inRepository('node_modules/react-18'),
  })} }, define: { 'process.env.NODE_ENV': '"development"' }`;
  write(
    'react-18.config.js',
    `export default { logLevel: 'error', ${react18}, build: { outDir: 'dist-18', minify: false, rolldownOptions: { input: 'full.html' } } }`,
  );
  write('on-a-server.mjs', source('on-a-server.mjs'));
  write(
    'server-18.config.js',
    `export default { logLevel: 'error', ${react18}, ssr: { noExternal: true }, build: { outDir: 'server-18', ssr: 'on-a-server.mjs' } }`,
  );
  await Promise.all([
    build(folder, 'vite.config.js'),
    build(folder, 'react-18.config.js'),
    build(folder, 'server-18.config.js'),
  ]);
}

async function build(folder: string, config: string): Promise<void> {
  const vite = inRepository('node_modules/vite/bin/vite.js');
  const built = run(process.execPath, [vite, 'build', folder, '--config', path.join(folder, config)]);
  const { code, err } = await built;
  if (code !== 0 || err) throw new Error(`The host was not built: ${err}`);
}
