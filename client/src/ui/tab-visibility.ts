import { useSyncExternalStore } from 'react';
import { listenToTabs, TAB_CHANNEL, type TabMessage } from './tab-channel.ts';

const ANSWER_WITHIN = 300;

/** Whether the reader can see this tab. A page that a browser opens in the background, or ahead of time, is not seen. */
export function useIsVisible(): boolean {
  return useSyncExternalStore(onVisibilityChange, () => document.visibilityState === 'visible');
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Answers other tabs that want to know whether the reader is looking at any of us. */
export function answerVisibility(): () => void {
  return listenToTabs(({ type }, reply) => {
    if (type === 'is-anyone-visible' && document.visibilityState === 'visible')
      reply({ type: 'i-am-visible' });
  });
}

export async function isAnyTabVisible(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  if (typeof BroadcastChannel === 'undefined') return false;
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(TAB_CHANNEL);
    const finish = (isVisible: boolean) => {
      clearTimeout(timer);
      channel.close();
      resolve(isVisible);
    };
    const timer = setTimeout(() => finish(false), ANSWER_WITHIN);
    channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      if (data.type === 'i-am-visible') finish(true);
    };
    channel.postMessage({ type: 'is-anyone-visible' } satisfies TabMessage);
  });
}

/** Runs `lead` in one tab of this browser at a time; when that tab goes away, the lock frees itself for the next. */
export function leadWhenFirst(name: string, lead: () => () => void): () => void {
  if (!('locks' in navigator)) return lead();
  const stopping = new AbortController();
  const held = () =>
    new Promise<void>((resolve) => {
      const stop = lead();
      stopping.signal.addEventListener('abort', () => {
        stop();
        resolve();
      });
    });
  navigator.locks.request(name, { signal: stopping.signal }, held).catch(() => undefined);
  return () => stopping.abort();
}
