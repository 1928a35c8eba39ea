import { createHash } from 'node:crypto';
import { idKeptHere, keptSubject } from '../inbox/kept-subject.ts';
import { Severity } from '../inbox/severity.ts';
import type { Content } from './content.ts';

/** What a body is known by: one is enough to be the same. */
export interface BodyHashes {
  /** With data as it was written. */
  readonly written: string;
  /** Whatever the order of the members in its data: JSON has none, and SQL (jsonb) does not keep it. */
  readonly canonical: string;
}

export const bodyHash = (recipients: readonly string[], content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([recipients, Object.entries(saidIn(content)).sort()]))
    .digest('base64');

export function bodyHashes(recipientId: string, content: Content): BodyHashes {
  const { data } = content;
  const written = bodyHash([recipientId], content);
  if (data === null) return { written, canonical: written };
  return {
    written,
    canonical: bodyHash([recipientId], { ...content, data: canonicalJson(JSON.parse(data)) }),
  };
}

/** With the members of every object in one order. */
function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join()}}`;
}

/** What was said. Whatever may be said since a release is left out where it is not: keys outlive releases. */
function saidIn(content: Content) {
  const { type, category, title, message, url, subject } = content;
  const { actor, severity, data, imageUrl, actions, requestKey, expiresAt, groupKey } = content;
  const keptId = (subject && idKeptHere(subject)) ?? null;
  const added = {
    subject: keptId === null || subject?.label || subject?.url ? subject : null,
    actor,
    severity: severity === Severity.NORMAL ? null : severity,
    data,
    imageUrl,
    actions,
    requestKey,
    expiresAt,
    groupKey,
  };
  const said = { type, category, facts: null, title, message, url, [keptSubject.shortForm]: keptId };
  return { ...said, ...Object.fromEntries(Object.entries(added).filter(([, value]) => value !== null)) };
}
