import { useSyncExternalStore } from 'react';
import { inBrowser } from './kept.ts';

/** Files of `public/sounds`. */
export const SOUNDS = ['bell', 'chime'] as const;
export type Sound = (typeof SOUNDS)[number];

/** None at all is chosen for each category, and not by a volume that says nothing of it. */
export const LEAST_VOLUME = 5;

/** `blocked`: the browser makes none before the reader has done something in this tab. */
export type Outcome = 'played' | 'blocked' | 'failed';

const KEY = 'carillon-sounds';
const VOLUME = 'carillon-volume';
const listeners = new Set<() => void>();

/** Never rejects. */
export async function playSound(sound: Sound): Promise<Outcome> {
  try {
    const audio = new Audio(`/sounds/${sound}.wav`);
    audio.volume = volume() / 100;
    await audio.play();
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

/** Of every sound of this browser: 5 to 100, the loudest, as at first. Others may have written anything there. */
export function volume(): number {
  const percent = Number(inBrowser.read(VOLUME) ?? 100);
  return percent >= LEAST_VOLUME && percent <= 100 ? percent : 100;
}

export const useVolume = (): number => useSyncExternalStore(subscribe, volume);

export function chooseVolume(percent: number): void {
  inBrowser.write(VOLUME, String(percent));
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
