import { TextDecoder, TextEncoder } from 'node:util';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventReader } from './event-reader.ts';

globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;

const STREAM =
  ':\n\nevent: next\ndata: {"title":"Grüße, 你好 🔔: a\\n\\nb"}\n\n: 1012 Restarting\n\nevent:next\r\ndata:1\r\ndata: 2\r\n\r\nid: 7\nretry: 1\n\nevent: complete\ndata: \n\nevent: next\ndata: cut';
const EVENTS = [
  { event: 'message', data: '', comment: '' },
  { event: 'next', data: '{"title":"Grüße, 你好 🔔: a\\n\\nb"}', comment: undefined },
  { event: 'message', data: '', comment: '1012 Restarting' },
  { event: 'next', data: '1\n2', comment: undefined },
  { event: 'message', data: '', comment: undefined },
  { event: 'complete', data: '', comment: undefined },
];

it('reads the same events wherever the bytes are cut, in the middle of a letter too', () => {
  const bytes = new TextEncoder().encode(STREAM);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: bytes.length })), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const reader = new EventReader();
      const events = places.slice(1).flatMap((end, index) => reader.read(bytes.slice(places[index], end)));
      expect(events).toEqual(EVENTS);
    }),
  );
});
