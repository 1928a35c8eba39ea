import { afterEach, expect, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Destinations, UnsafeDestination } from './destinations.ts';
import { post } from './post.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<number> {
  const listening = (server = createServer(listener));
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

const leadingTo = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});

test.each([
  [['127.0.0.1']],
  [['::ffff:127.0.0.1']],
  [['64:ff9b::7f00:1']],
  [['169.254.169.254']],
  [['1.1.1.1', '10.0.0.1']],
  [[]],
])('a name that leads to %j is refused', async (addresses) => {
  const destinations = new Destinations(false, leadingTo(...addresses).resolve);
  await expect(destinations.find('https://hooks.example/')).rejects.toThrow(UnsafeDestination);
});

test('a name that leads to public addresses is found in all of them', async () => {
  const destinations = new Destinations(false, leadingTo('1.1.1.1', '2606:4700::1111').resolve);
  const { addresses } = await destinations.find('https://hooks.example/');
  expect(addresses.map(({ address }) => address)).toEqual(['1.1.1.1', '2606:4700::1111']);
});

test('the connection goes to the address that was checked, under the name', async () => {
  const hosts: (string | undefined)[] = [];
  const port = await listen((request, response) => {
    hosts.push(request.headers.host);
    response.writeHead(204).end();
  });
  let looks = 0;
  const destinations = new Destinations(true, async () => {
    looks++;
    return [{ address: '127.0.0.1', family: 4 }];
  });
  const found = await destinations.find(`http://hooks.example:${port}/`);
  const signal = new AbortController().signal;
  expect(await post(found, { headers: {}, body: '{}', signal })).toEqual({
    status: 204,
    retryAfter: undefined,
  });
  expect(hosts).toEqual([`hooks.example:${port}`]);
  expect(looks).toBe(1);
});

test('who says nothing is left in the end', async () => {
  const port = await listen(() => undefined);
  const found = await new Destinations(true).find(`http://127.0.0.1:${port}/`);
  const posting = post(found, { headers: {}, body: '{}', signal: AbortSignal.timeout(100) });
  await expect(posting).rejects.toMatchObject({ name: 'AbortError' });
});
