import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { Sender } from '../delivery/sender.ts';
import { composeSms } from './compose.ts';
import { receiptPath } from './inbound/paths.ts';
import type { SmsProvider } from './provider.ts';

export interface SmsPlaces {
  readonly publicUrl: string;
  /** Whether the provider finds us there, and can tell what became of a message. */
  readonly hasReceipts: boolean;
}

export function smsSender(
  provider: SmsProvider,
  wordings: Wordings,
  { publicUrl, hasReceipts }: SmsPlaces,
): Sender {
  const compose = composeSms(wordings, publicUrl);
  return {
    send: async (draft) => {
      const { id, address: to } = draft;
      const receiptUrl = hasReceipts ? publicUrl + receiptPath(id) : undefined;
      return provider.send({ id, to, body: await compose(draft), receiptUrl });
    },
  };
}
