import { isAddress } from './address.ts';

/** Whom an e-mail is from. */
export interface Mailbox {
  /** Empty for none. */
  readonly name: string;
  readonly address: string;
}

const MAX_NAME = 200;
// `Name <a@b.example>`, `"Name" <a@b.example>`, `<a@b.example>` or `a@b.example`.
const MAILBOX = /^(?:"(?<quoted>(?:[^"\\]|\\.)*)"\s*<|(?<name>[^"<>]*)<)(?<address>[^<>]*)>$/s;

/** @returns undefined unless the text is one mailbox (RFC 5322) with an address that a mail server takes */
export function mailboxOf(text: string): Mailbox | undefined {
  const trimmed = text.trim();
  if (isAddress(trimmed)) return { name: '', address: trimmed };
  const { quoted, name = '', address = '' } = MAILBOX.exec(trimmed)?.groups ?? {};
  const called = (quoted?.replace(/\\(.)/gs, '$1') ?? name).trim();
  const isUsable = isAddress(address) && called.length <= MAX_NAME && !/\p{Cc}/u.test(called);
  return isUsable ? { name: called, address } : undefined;
}
