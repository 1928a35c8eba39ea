import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { Sender } from '../delivery/sender.ts';
import { publicUrlOf } from '../platform/http/public-url.ts';
import type { Mailbox } from '../platform/text/mailbox.ts';
import type { ChoicesTokens } from './choices/token.ts';
import { composeEmail } from './compose.ts';
import { Mailer } from './mailer.ts';
import type { UnsubscribeTokens } from './unsubscribe/token.ts';

export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: Mailbox;
  /** Where the web client is; undefined: on this machine, at the port that is served. */
  readonly publicUrl: string | undefined;
}

export interface EmailParts {
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly tokens: UnsubscribeTokens;
  readonly choices: ChoicesTokens;
}

export function emailSender(
  { smtpUrl, from, publicUrl: configured }: EmailSettings,
  { catalogue, wordings, tokens, choices }: EmailParts,
  port: string,
): Sender {
  const publicUrl = publicUrlOf(configured, port);
  const mailer = new Mailer({ smtpUrl, from, host: new URL(publicUrl).hostname });
  const compose = composeEmail({ catalogue, wordings, publicUrl, tokens, choices });
  return { send: async (draft) => mailer.send(await compose(draft)) };
}
