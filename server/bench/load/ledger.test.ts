import { expect, test } from '@jest/globals';
import { Ledger } from './ledger.ts';

const ann = { userId: 'ann' };
const annsOtherTab = { userId: 'ann' };
const bob = { userId: 'bob' };
const forAnn = new Set(['ann']);

function sentToAnn() {
  const ledger = new Ledger();
  return { ledger, sent: ledger.expect('hello', forAnn, [ann, annsOtherTab]) };
}

test('has nothing to say about a notification that each socket got once', async () => {
  const { ledger, sent } = sentToAnn();
  ledger.delivered('hello', ann);
  ledger.delivered('hello', annsOtherTab);
  expect(await ledger.settle(sent)).toBe(true);
  expect(ledger.verdict()).toEqual({
    expected: 1,
    delivered: 2,
    lost: 0,
    doubled: 0,
    misdelivered: 0,
    refused: 0,
    complaints: [],
  });
});

test('finds each socket that did not get it', async () => {
  const { ledger, sent } = sentToAnn();
  expect(await ledger.settle(sent, 1)).toBe(false);
  expect(ledger.verdict()).toMatchObject({ delivered: 0, lost: 2 });
});

test('finds the one socket of several that did not get it', async () => {
  const { ledger, sent } = sentToAnn();
  ledger.delivered('hello', ann);
  expect(await ledger.settle(sent, 1)).toBe(false);
  expect(ledger.verdict()).toMatchObject({ delivered: 1, lost: 1 });
});

test('finds what came twice, also long after it was complete', async () => {
  const { ledger, sent } = sentToAnn();
  ledger.delivered('hello', ann);
  ledger.delivered('hello', ann);
  ledger.delivered('hello', annsOtherTab);
  await ledger.settle(sent);
  ledger.delivered('hello', annsOtherTab);
  expect(ledger.verdict()).toMatchObject({ delivered: 2, lost: 0, doubled: 2 });
});

test('finds what came to somebody else, and what nobody sent', () => {
  const { ledger } = sentToAnn();
  ledger.delivered('hello', bob);
  ledger.delivered('never sent', ann);
  expect(ledger.verdict()).toMatchObject({ delivered: 0, misdelivered: 2 });
});

test('keeps what a server refused', () => {
  const { ledger } = sentToAnn();
  ledger.refused(new Error('503'));
  expect(ledger.verdict()).toMatchObject({ refused: 1, complaints: ['refused: Error: 503'] });
});
