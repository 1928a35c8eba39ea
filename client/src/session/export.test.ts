import '../../test/browser.ts';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { SessionClient } from '../apollo/client.ts';
import { downloadExport } from './export.ts';

let asked: { url: string; authorization: string | undefined }[];
let given: (string | null)[];
const { fetch: fetchBefore } = globalThis;

const client = {
  apollo: { query: () => Promise.resolve({ data: { exportUser: { url: '/export' } } }) },
  renewToken: () => Promise.resolve('token'),
} as unknown as SessionClient;

function answer(response: () => Partial<Response>): void {
  globalThis.fetch = ((url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ url, authorization: headers['authorization'] });
    return Promise.resolve(response());
  }) as typeof fetch;
}

beforeEach(() => {
  asked = [];
  given = [];
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    given.push(this.getAttribute('download'));
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  globalThis.fetch = fetchBefore;
});

it('gives a file, with the token in no address', async () => {
  answer(() => ({ ok: true, blob: () => Promise.resolve(new Blob(['{}'])) }));
  expect(await downloadExport(client)).toBe('downloaded');
  expect(asked).toEqual([{ url: '/export', authorization: 'Bearer token' }]);
  expect(given).toEqual(['carillon-export.json']);
});

it.each([
  ['tooOften', () => ({ ok: false, status: 429 })],
  ['busy', () => ({ ok: false, status: 503 })],
  ['failed', () => ({ ok: false, status: 404 })],
  // Half of a file is none.
  ['failed', () => ({ ok: true, blob: () => Promise.reject(new TypeError('cut off')) })],
] as const)('says that it is %s, and gives nothing', async (outcome, response) => {
  answer(response);
  expect(await downloadExport(client)).toBe(outcome);
  expect(given).toEqual([]);
});
