import { general } from '../catalogue/category.ts';
import { escalationOf, type DeclaredType, type Escalation } from '../catalogue/declared-type.ts';
import { checkArguments } from '../catalogue/wording/arguments.ts';
import { givenBy } from '../catalogue/wording/given.ts';
import { badInput } from '../platform/errors.ts';
import { idKeptHere, keptSubject } from '../inbox/kept-subject.ts';
import { canonical, checkSubjectRef, type Subject } from '../inbox/subject.ts';
import type { Actor } from '../inbox/notification.row.ts';
import type { Action } from '../inbox/action.ts';
import { actionsOf, type ActionGiven } from '../requests/action.type.ts';
import { actorOf, type ActorGiven } from '../requests/actor.type.ts';
import { Severity } from '../inbox/severity.ts';
import { checkExpiry } from './expiry.ts';
import { checkImageUrl, checkText, checkUrl, checkWord, isUuid } from '../platform/input.ts';
import { checkJsonObject } from '../platform/json.ts';
import { MAX_LABEL, MAX_TITLE } from '../platform/text/limits.ts';

/** What a notification says and carries, whoever gets it. */
export interface Content {
  /** Who sends it: see `senderOf`. */
  readonly service: string;
  readonly type: string;
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly url: string | null;
  readonly subject: Subject | null;
  readonly actor: Actor | null;
  readonly severity: Severity;
  /** A JSON object, as it is written. */
  readonly data: string | null;
  readonly imageUrl: string | null;
  /** The words of its declared type that it is read in; null: title and message are its own, else blank. */
  readonly wording: number | null;
  readonly actions: readonly Action[] | null;
  /** When it is to be gone again; null: never. */
  readonly expiresAt: string | null;
  /** Who is asked the same thing, as the sender names it. */
  readonly requestKey: string | null;
  /** What its events have in common, as the sender calls it; null: the subject. */
  readonly groupKey: string | null;
  /** The window of its type. */
  readonly groupMinutes: number | null;
  /** Who is told where nobody takes an action within this time; null: nobody, or nothing is asked. */
  readonly escalation: Escalation | null;
  /** Whether others were asked before, and none of them has answered in time. */
  readonly isEscalated: boolean;
  /** What its sender knows it by. */
  readonly idempotencyKey: string | null;
  /** What they are asked, once that is known. */
  readonly requestId: string | null;
  /** The name of a request that is made with it, since nobody else can be asked by that name. */
  readonly newRequestKey: string | null;
}

/** What a content carries that carries nothing besides its text. */
export const nothingElse = {
  ...{ url: null, subject: null, actor: null, data: null, imageUrl: null, wording: null, expiresAt: null },
  ...{ actions: null, requestKey: null, requestId: null, newRequestKey: null },
  ...{ groupKey: null, groupMinutes: null, escalation: null, isEscalated: false, idempotencyKey: null },
} as const satisfies Partial<Content>;

/** What a service wants said. */
export interface SendInput {
  type: string;
  category?: string | null;
  title?: string | null;
  message?: string | null;
  url?: string | null;
  subject?: { type: string; id: string; label?: string | null; url?: string | null } | null;
  /** Short for a subject that is kept here. */
  [keptSubject.shortForm]?: string | null;
  actor?: ActorGiven | null;
  severity?: Severity | null;
  data?: object | null;
  imageUrl?: string | null;
  actions?: readonly ActionGiven[] | null;
  requestKey?: string | null;
  expiresAt?: string | null;
  groupKey?: string | null;
  idempotencyKey?: string | null;
}

/**
 * @param service who sends it
 * @param declared the type, for a message that does not say everything itself
 * @throws BAD_USER_INPUT for whatever an inbox cannot hold or must not show
 */
export function checkContent(service: string, input: SendInput, declared?: DeclaredType): Content {
  const { type, category, url, severity, data, imageUrl } = input;
  checkWord('type', type, 100);
  if (category != null) checkWord('category', category, 100);
  if (url != null) checkUrl('url', url);
  if (imageUrl != null) checkImageUrl('imageUrl', imageUrl);
  return {
    service,
    type,
    category: category ?? declared?.category ?? general.name,
    ...wordsOf(input, declared),
    url: url ?? null,
    subject: subjectOf(input),
    actor: actorOf(input.actor),
    severity: severity ?? declared?.severity ?? Severity.NORMAL,
    data: data == null ? null : checkJsonObject('data', data),
    imageUrl: imageUrl ?? null,
    actions: actionsOf(input.actions),
    expiresAt: input.expiresAt == null ? null : checkExpiry(input.expiresAt),
    requestKey: input.requestKey == null ? null : checkWord('requestKey', input.requestKey, 255),
    groupKey: groupKeyOf(input),
    groupMinutes: declared?.groupMinutes ?? null,
    escalation: asks(input) ? escalationOf(declared) : null,
    isEscalated: false,
    idempotencyKey:
      input.idempotencyKey == null ? null : checkWord('idempotencyKey', input.idempotencyKey, 255),
    requestId: null,
    newRequestKey: null,
  };
}

/** Its own, or those of its type, for which everything must be there. */
function wordsOf(
  { type, title, message, data, actor, subject }: SendInput,
  declared: DeclaredType | undefined,
): Pick<Content, 'title' | 'message' | 'wording'> {
  if (title != null && message != null)
    return {
      title: checkText('title', title, MAX_TITLE),
      message: checkText('message', message, 4_000),
      wording: null,
    };
  const missing = title == null ? 'title' : 'message';
  if (title != null || message != null) throw badInput('Say both title and message, or neither', missing);
  if (!declared) throw badInput(`Say title and message: the type "${type}" is not declared`, missing);
  checkArguments(declared.arguments, givenBy({ data, actor, subjectLabel: subject?.label }));
  return { title: '', message: '', wording: declared.wording };
}

const asks = ({ actions }: SendInput): boolean => actions != null && actions.length > 0;

/** What asks for something is answered by itself. */
function groupKeyOf(input: SendInput): string | null {
  const { groupKey, requestKey } = input;
  if (groupKey == null) return null;
  if (requestKey != null || asks(input))
    throw badInput('What asks for something does not join others: leave out groupKey', 'groupKey');
  return checkWord('groupKey', groupKey, 255);
}

function subjectOf({ subject, [keptSubject.shortForm]: keptId }: SendInput): Subject | null {
  const { type: keptType, shortForm } = keptSubject;
  if (subject != null && keptId != null) throw badInput(`Say subject or ${shortForm}, not both`, shortForm);
  if (keptId != null) return kept({ type: keptType, id: keptId, label: null, url: null });
  if (subject == null) return null;
  const { type, id, label, url } = subject;
  checkSubjectRef(subject);
  if (label != null) checkText('subject.label', label, MAX_LABEL);
  if (url != null) checkUrl('subject.url', url);
  return kept({ type, id, label: label ?? null, url: url ?? null });
}

/** The foreign key needs an id that can be one. */
function kept(subject: Subject): Subject {
  const id = idKeptHere(subject);
  if (id !== undefined && !isUuid(id)) throw notKept();
  return canonical(subject);
}

const notKept = () => badInput(`There is no such ${keptSubject.type}`, keptSubject.shortForm);

/** The foreign key knows best whether what is kept here is there, and at the moment that counts. */
export async function refusingNotKept<T>(adding: Promise<T>): Promise<T> {
  try {
    return await adding;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === '23503' && constraint === keptSubject.foreignKey) throw notKept();
    throw error;
  }
}
