import {
  CADDY_OPTIONS,
  nginxAround,
  SETUPS,
  startProxy,
  type Place,
  type ReverseProxy,
} from './reverse-proxy.ts';

/** What a network lets through: all, what is no WebSocket, or of that only what ends. */
export type Passing = 'all' | 'no sockets' | 'no streams';

const UPGRADES = 'proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;';
/** What is compressed waits until there is enough of it. */
const HOLDS_BACK = 'proxy_ignore_headers X-Accel-Buffering; gzip on; gzip_types *; gzip_min_length 0;';

/** Proxies that nobody has set up for Carillon, as offices and schools have them. */
const CONFIGURATIONS = {
  nginx: (passing: Passing, { folder, port, upstream }: Place) =>
    nginxAround(
      folder,
      `server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://${upstream}; proxy_http_version 1.1; proxy_set_header Host $http_host;
          ${passing === 'all' ? UPGRADES : 'proxy_set_header Connection "";'}
          ${passing === 'no streams' ? HOLDS_BACK : ''}
        }
      }`,
    ),
  caddy: (passing: Passing, { port, upstream }: Place) =>
    `${CADDY_OPTIONS}http://localhost:${port} {
      ${passing === 'all' ? '' : 'request_header -Upgrade'}
      reverse_proxy ${upstream}
    }\n`,
  haproxy: (passing: Passing, { port, upstream }: Place) =>
    `defaults
      mode http
      timeout connect 5s
      timeout client 60s
      timeout server 60s
    listen network
      bind 127.0.0.1:${port}
      ${passing === 'all' ? '' : 'http-request del-header Upgrade'}
      server first ${upstream}\n`,
};

/** @param port where it is; by default at any that is free */
export function startNetwork(
  program: keyof typeof CONFIGURATIONS,
  passing: Passing,
  serverUrl: string,
  port?: number,
): Promise<ReverseProxy> {
  const configuration = (place: Place) => CONFIGURATIONS[program](passing, place);
  return startProxy({ ...SETUPS[program], configuration, hasTls: false }, serverUrl, port);
}
