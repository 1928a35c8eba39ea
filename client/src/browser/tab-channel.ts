/** What the tabs of one browser tell each other. */
export type TabMessage =
  | { type: 'signed-in'; userId: string }
  | { type: 'signed-out' }
  | { type: 'is-anyone-visible' }
  | { type: 'i-am-visible' }
  /**
   * Of what waits for the server; `seq`: where the inbox is after what was sent, 0 where nothing was; `dropped`: what was
   * undone before it was sent.
   */
  | { type: 'acts-changed'; seq: number; dropped?: string[] };

const TAB_CHANNEL = 'carillon';

/** Undefined where the browser has none, or refuses it together with other site data. */
export function openTabChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(TAB_CHANNEL);
  } catch {
    return undefined;
  }
}

export function listenToTabs(
  listener: (message: TabMessage, reply: (message: TabMessage) => void) => void,
): () => void {
  const channel = openTabChannel();
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) =>
    listener(data, (message) => channel.postMessage(message));
  return () => channel.close();
}

export function tellTabs(message: TabMessage): void {
  const channel = openTabChannel();
  channel?.postMessage(message);
  channel?.close();
}
