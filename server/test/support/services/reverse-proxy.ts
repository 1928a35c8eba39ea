import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startInBackground } from '../../../local/background-process.ts';
import { debianProgram } from '../../../local/programs/debian-program.ts';
import { freePort } from '../../../local/free-port.ts';
import { inRepository } from '../../../local/repository.ts';
import { certificateForLocalhost } from './certificate.ts';
import { until } from '../until.ts';

/** A real proxy in front of a server, run with what stands in docs/proxies or docker-compose.yml. */
export interface ReverseProxy {
  url: string;
  stop(): Promise<void>;
}

export interface Setup {
  program: 'nginx' | 'caddy' | 'haproxy';
  version: string;
  /** Everything that the program reads. */
  configuration: (place: Place) => string;
  args: (file: string, folder: string) => string[];
  hasTls: boolean;
}

export interface Place {
  folder: string;
  port: number;
  /** Where the plain port is that sends callers to TLS. */
  plainPort: number;
  /** Host and port of the server. */
  upstream: string;
}

export const { certificate, key } = certificateForLocalhost();
const sample = (name: string) => readFileSync(inRepository('docs/proxies', name), 'utf8');

/** Like replaceAll, but what is not there is a fault: the sample has changed. */
function put(text: string, values: Record<string, string>): string {
  for (const [from, to] of Object.entries(values)) {
    if (!text.includes(from)) throw new Error(`Nothing to replace: ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** What nginx needs to run as we do, around its servers: no master, so that no other user is needed. */
export function nginxAround(folder: string, servers: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');
  return `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
    events {} http { access_log off; ${temporary} ${servers} }`;
}

const nginx: Setup = {
  program: 'nginx',
  version: '-v',
  hasTls: true,
  configuration: ({ folder, port, plainPort, upstream }) => {
    const server = put(sample('nginx.conf'), {
      'listen 80;': `listen 127.0.0.1:${plainPort};`,
      'listen 443 ': `listen 127.0.0.1:${port} `,
      '127.0.0.1:4000': upstream,
      '/etc/ssl/carillon/fullchain.pem': `${folder}/certificate.pem`,
      '/etc/ssl/carillon/privkey.pem': `${folder}/key.pem`,
    });
    return nginxAround(folder, server);
  },
  args: (file, folder) => ['-p', folder, '-e', 'stderr', '-c', file],
};

const caddyArgs = (file: string) => ['run', '--adapter', 'caddyfile', '--config', file];
export const CADDY_OPTIONS = '{\nadmin off\nauto_https disable_redirects\n}\n';

const caddy: Setup = {
  program: 'caddy',
  version: 'version',
  hasTls: true,
  configuration: ({ folder, port, upstream }) =>
    CADDY_OPTIONS +
    put(sample('Caddyfile'), {
      'carillon.example.com {': `https://localhost:${port} {\ntls ${folder}/certificate.pem ${folder}/key.pem`,
      '127.0.0.1:4000': upstream,
    }),
  args: caddyArgs,
};

const haproxy: Setup = {
  program: 'haproxy',
  version: '-v',
  hasTls: true,
  configuration: ({ folder, port, plainPort, upstream }) =>
    put(sample('haproxy.cfg'), {
      'bind :80': `bind 127.0.0.1:${plainPort}`,
      'bind :443 ': `bind 127.0.0.1:${port} `,
      '127.0.0.1:4000': upstream,
      '/etc/haproxy/carillon.pem': `${folder}/both.pem`,
    }),
  args: (file) => ['-db', '-f', file],
};

export const COMPOSE = readFileSync(inRepository('docker-compose.yml'), 'utf8');

/** The Caddyfile out of docker-compose.yml. */
const compose: Setup = {
  program: 'caddy',
  version: 'version',
  hasTls: false,
  configuration: ({ port, upstream }) => {
    const [, indented] = /content: \|\n((?: {6}.*\n)+)/.exec(COMPOSE)!;
    return CADDY_OPTIONS + put(indented!, { ':80 {': `:${port} {`, 'server-1:4000 server-2:4000': upstream });
  },
  args: caddyArgs,
};

export const SETUPS = { nginx, caddy, haproxy, compose };

/** @param serverUrl whatever is behind it, another proxy too */
export const startReverseProxy = (name: keyof typeof SETUPS, serverUrl: string): Promise<ReverseProxy> =>
  startProxy(SETUPS[name], serverUrl);

/** @param atPort where it listens; by default at any port that is free */
export async function startProxy(setup: Setup, serverUrl: string, atPort?: number): Promise<ReverseProxy> {
  const { program, version, configuration, args, hasTls } = setup;
  const { command, env } = await debianProgram(program, version);
  const folder = mkdtempSync(path.join(tmpdir(), `carillon-${program}-`));
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  write('certificate.pem', certificate);
  write('key.pem', key);
  write('both.pem', certificate + key);
  const [port, plainPort] = [atPort ?? (await freePort()), await freePort()];
  write('configuration', configuration({ folder, port, plainPort, upstream: new URL(serverUrl).host }));

  const running = startInBackground(command, args(path.join(folder, 'configuration'), folder), {
    env: { ...env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let hasEnded = false;
  void running.ended.then(() => (hasEnded = true));
  await until(() => hasEnded || isListening(port));
  if (hasEnded) throw new Error(`${program} did not start:\n${running.lastWords()}`);
  return {
    url: `${hasTls ? 'https' : 'http'}://localhost:${port}`,
    stop: async () => {
      await running.end('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const result = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'close').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return result;
}
