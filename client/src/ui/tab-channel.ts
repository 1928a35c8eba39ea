/** What the tabs of one browser tell each other. */
export type TabMessage =
  | { type: 'signed-in'; userId: string }
  | { type: 'signed-out' }
  | { type: 'is-anyone-visible' }
  | { type: 'i-am-visible' };

export const TAB_CHANNEL = 'carillon';

export function listenToTabs(
  listener: (message: TabMessage, reply: (message: TabMessage) => void) => void,
): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(TAB_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) =>
    listener(data, (message) => channel.postMessage(message));
  return () => channel.close();
}

export function tellTabs(message: TabMessage): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(TAB_CHANNEL);
  channel.postMessage(message);
  channel.close();
}
