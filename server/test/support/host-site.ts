import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
]);

/** A site of somebody else's, whose pages allow nothing but files of its own, and Carillon to be asked. */
export interface HostSite {
  origin: string;
  /** From now on it has these files, and tokens of this reader. */
  serve(folder: string, carillon: string, token: () => string): void;
  close(): Promise<void>;
}

export async function openHostSite(): Promise<HostSite> {
  let folder = '';
  let carillon = '';
  let token = () => '';
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host.invalid');
    if (pathname === '/token') {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ token: token() }));
    }
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    const connect = `'self' ${carillon} ${carillon.replace('http', 'ws')}`;
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${connect}`,
    );
    response.setHeader('content-type', TYPES.get(path.extname(file)) ?? 'application/octet-stream');
    try {
      response.end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (files, address, ofReader) => {
      folder = files;
      carillon = address;
      token = ofReader;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
