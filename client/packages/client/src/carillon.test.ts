import { expect, it } from '@jest/globals';
import { Carillon } from './carillon.ts';
import type { CarillonOptions } from './followed-inbox.ts';

const getToken = () => 'token';
const made = (options: object) => new Carillon(options as CarillonOptions);

it.each([
  'https://carillon.example.com',
  'http://localhost:4000/',
  'HTTPS://[::1]:4000/carillon//',
  '/',
  '/carillon',
])('is at %s', (url) => {
  made({ url, getToken }).dispose();
});

it.each([
  undefined,
  null,
  '',
  ' ',
  'carillon.example.com',
  '//carillon.example.com',
  'https://',
  'http://a b',
  'ftp://carillon.example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  {},
])('says that %j is no address', (url) => {
  expect(() => made({ url, getToken })).toThrow(TypeError);
});

it.each([undefined, null, 'token', Promise.resolve('token')])('says that %p gives no tokens', (given) => {
  expect(() => made({ url: '/', getToken: given })).toThrow('getToken is no function');
});

it.each([new Date(Number.NaN), null, undefined, 'tomorrow'])(
  'snoozes nothing until %p, which is no moment, and rejects nothing',
  async (until) => {
    const carillon = made({ url: '/', getToken });
    expect(await carillon.snooze('n1', until as Date)).toBe(false);
    carillon.dispose();
  },
);
