import type { Break } from '../break.ts';
import { pause } from '../actors/caller.ts';
import type { OtherSides } from './other-sides.ts';

type Side = (sides: OtherSides) => OtherSides['EMAIL' | 'SMS' | 'PUSH'];

const refusing =
  (side: Side, codes: readonly number[]): Break =>
  async ({ sides }, random, holdMs) => {
    side(sides).refusal = random.pick(codes);
    await pause(holdMs);
    side(sides).refusal = undefined;
  };

const gone =
  (side: Side): Break =>
  async ({ sides }, _random, holdMs) => {
    await side(sides).down();
    await pause(holdMs);
    await side(sides).up();
  };

/** It has taken what it does not answer, so whoever is killed meanwhile does not know. */
const slow =
  (side: Side): Break =>
  async ({ sides }, _random, holdMs) => {
    side(sides).holding = pause(holdMs);
    await side(sides).holding;
    side(sides).holding = undefined;
  };

const mail: Side = ({ EMAIL }) => EMAIL;
const texts: Side = ({ SMS }) => SMS;
const pushes: Side = ({ PUSH }) => PUSH;

/** What is refused for good is refused rarely. */
const MESSAGE_FAULTS: Record<string, Break> = {
  'mail server refuses': refusing(mail, [421, 451, 452, 554]),
  'mail server gone': gone(mail),
  'mail server slow': slow(mail),
  'text provider refuses': refusing(texts, [429, 500, 503, 400]),
  'text provider gone': gone(texts),
  'text provider hangs': slow(texts),
};

/** 410: each device that something is pushed to meanwhile is gone, and has to come anew. */
const PUSH_FAULTS: Record<string, Break> = {
  'push service refuses': refusing(pushes, [429, 500, 503]),
  'devices gone': refusing(pushes, [410]),
  'push service gone': gone(pushes),
  'push service hangs': slow(pushes),
};

/** What goes wrong on the other side, in lanes that go on side by side. */
export const CHANNEL_LANES: Record<string, Break>[] = [MESSAGE_FAULTS, PUSH_FAULTS];
