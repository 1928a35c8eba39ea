import { useSyncExternalStore } from 'react';
import { listenToTabs, openTabChannel, type TabMessage } from './tab-channel.ts';

const ANSWER_WITHIN = 300;

/** Answers other tabs that want to know whether the reader is looking at any of us. */
export function answerVisibility(): () => void {
  return listenToTabs(({ type }, reply) => {
    if (type === 'is-anyone-visible' && document.visibilityState === 'visible')
      reply({ type: 'i-am-visible' });
  });
}

export async function isAnyTabVisible(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  const channel = openTabChannel();
  if (!channel) return false;
  return new Promise((resolve) => {
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

/** Whether the reader can see this tab. A page that a browser opens in the background, or ahead of time, is not seen. */
export function useIsPageVisible(): boolean {
  return useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');
}

/** Whether the reader looks at this tab: it is in view, and what they type goes there. */
export function useIsPageLookedAt(): boolean {
  return useSyncExternalStore(onLook, () => document.visibilityState === 'visible' && document.hasFocus());
}

/** Once the reader can see this tab: at once if they do. */
export function whenVisible(work: () => void): void {
  if (document.visibilityState === 'visible') return work();
  const stop = onVisibility(() => {
    if (document.visibilityState !== 'visible') return;
    stop();
    work();
  });
}

function onVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function onLook(listener: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('visibilitychange', listener, { signal });
  window.addEventListener('focus', listener, { signal });
  window.addEventListener('blur', listener, { signal });
  return () => listening.abort();
}
