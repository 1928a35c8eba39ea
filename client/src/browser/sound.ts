import { useSyncExternalStore } from 'react';
import { inBrowser } from './kept.ts';

/** Files of `public/sounds`. */
export const SOUNDS = ['bell', 'chime'] as const;
export type Sound = (typeof SOUNDS)[number];

/** `blocked`: the browser makes none before the reader has done something in this tab. */
export type Outcome = 'played' | 'blocked' | 'failed';

const KEY = 'carillon-sounds';
const listeners = new Set<() => void>();

/** Never rejects. */
export async function playSound(sound: Sound): Promise<Outcome> {
  try {
    await new Audio(`/sounds/${sound}.wav`).play();
    return 'played';
  } catch (error) {
    return (error as Error).name === 'NotAllowedError' ? 'blocked' : 'failed';
  }
}

/** What an arrival of this category sounds like in this browser; undefined, as at first: like nothing. */
export function soundOf(category: string): Sound | undefined {
  const sound = chosen().get(category);
  return SOUNDS.find((known) => known === sound);
}

export function useSoundOf(category: string): Sound | undefined {
  return useSyncExternalStore(subscribe, () => soundOf(category));
}

export function chooseSound(category: string, sound: Sound | undefined): void {
  const sounds = chosen();
  if (sound) sounds.set(category, sound);
  else sounds.delete(category);
  inBrowser.write(KEY, JSON.stringify([...sounds]));
  for (const listener of listeners) listener();
}

/** By category. Others may have written anything there. */
function chosen(): Map<string, unknown> {
  try {
    return new Map(JSON.parse(inBrowser.read(KEY) ?? '[]') as [string, unknown][]);
  } catch {
    return new Map();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
