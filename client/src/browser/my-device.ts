import type { DeviceStore } from './device-store.ts';
import { inBrowser } from './kept.ts';

const OWNER = 'carillon-device-of';

/** For so long, counted from the last time that the server was there. */
export const KEPT_FOR = 7 * 24 * 60 * 60_000;

/** Most browsers keep nothing: no page waits for what would do it. */
const store = async (): Promise<DeviceStore> => (await import('./device-store.ts')).deviceStore;

/** A browser of which its reader has said at sign-in that it is theirs: it may keep their inbox. */
export type MyDevice = {
  userId: string;
  /** A name of its own for the server. */
  id: string;
  store: () => Promise<Pick<DeviceStore, 'read' | 'write' | 'erase' | 'append' | 'list' | 'remove'>>;
  /** Whether it still is: they may have signed out in another tab. */
  isMine: () => boolean;
};

/** @param userId whose it must be; whoever it is if not said */
export function myDevice(userId?: string): MyDevice | undefined {
  const owner = ownerOf(inBrowser.read(OWNER));
  if (!owner || (userId !== undefined && owner.userId !== userId)) return undefined;
  return { ...owner, store, isMine: () => ownerOf(inBrowser.read(OWNER))?.id === owner.id };
}

/** Before anything is kept here. What another had here is gone. */
export async function claimDevice(userId: string): Promise<void> {
  const isTheirs = myDevice(userId) !== undefined;
  if (!isTheirs) await disownDevice();
  if (!isTheirs) inBrowser.write(OWNER, JSON.stringify({ userId, id: newId() }));
}

/** Nothing of anybody stays here. */
export async function disownDevice(): Promise<void> {
  const wasOwned = inBrowser.read(OWNER) !== null;
  inBrowser.remove(OWNER);
  if (wasOwned) await (await store()).clear();
}

/** `crypto.randomUUID` is there over https alone; this everywhere. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function ownerOf(kept: string | null): { userId: string; id: string } | undefined {
  try {
    const { userId, id } = JSON.parse(kept ?? '{}') as { userId?: string; id?: string };
    return userId && id ? { userId, id } : undefined;
  } catch {
    return undefined;
  }
}
