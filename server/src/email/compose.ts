import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { contentOf } from './content.ts';
import type { MessageDraft } from '../delivery/take-up.ts';
import { htmlOf, textOf } from './template.ts';
import { fitted } from './fit.ts';
import type { OutgoingEmail } from './mailer.ts';
import type { ChoicesTokens } from './choices/token.ts';
import type { UnsubscribeTokens } from './unsubscribe/token.ts';

export interface ComposeOptions {
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  /** ASCII, without a slash at its end. */
  readonly publicUrl: string;
  readonly tokens: UnsubscribeTokens;
  readonly choices: ChoicesTokens;
}

/** Turns what is to be said into an e-mail. What can be switched off can be so with one click (RFC 8058). */
export const composeEmail =
  ({ catalogue, wordings, publicUrl, tokens, choices }: ComposeOptions) =>
  async (draft: MessageDraft): Promise<OutgoingEmail> => {
    const { id, inboxId, address, categories } = draft;
    const unsubscribeUrl =
      categories.length > 0 ? `${publicUrl}/unsubscribe/${tokens.make({ emailId: id, inboxId })}` : undefined;
    const choicesUrl = `${publicUrl}/choices/${choices.make({ emailId: id, inboxId })}`;
    const said = await wordings.findAll(draft.entries.flatMap(({ wording }) => wording ?? []));
    const content = fitted(
      contentOf(draft, { catalogue, wordings: said, publicUrl, choicesUrl, unsubscribeUrl }),
    );
    const headers: Record<string, string> = unsubscribeUrl
      ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {};
    return {
      id,
      to: address,
      subject: content.subject,
      html: htmlOf(content),
      text: textOf(content),
      headers,
    };
  };
