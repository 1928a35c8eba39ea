import type { Wordings } from '../../catalogue/wording/wordings.ts';
import { checkArguments } from '../../catalogue/wording/arguments.ts';
import { givenBy } from '../../catalogue/wording/given.ts';
import { actOnAll } from '../../inbox/acts/acting.ts';
import type { Actor } from '../../inbox/notification.row.ts';
import { Parameters } from '../../inbox/parameters.ts';
import { badInput, notFound } from '../../platform/errors.ts';
import { checkText, checkUrl } from '../../platform/input.ts';
import { checkJsonObject } from '../../platform/json.ts';
import type { Database, Sql, Transaction } from '../../platform/postgres/database.ts';
import { MAX_TITLE } from '../../platform/text/limits.ts';
import { renewWords } from '../../search/stale-words.ts';
import { raise, raisedColumns, type Raised, type RaiseNeeds } from '../raise.ts';
import { eachSent, sentBy, type SentCondition, type SentName } from '../sent.ts';

/** How many kinds of notifications one key may name: of each it is asked whether it can say what it is to. */
const MAX_KINDS = 100;

export interface CorrectNeeds extends RaiseNeeds {
  readonly database: Database;
  readonly wordings: Wordings;
}

/** What is said anew; what is not said, or null, stays as it is. */
export interface Correction extends Pick<SentName, 'id' | 'idempotencyKey'> {
  readonly title?: string | null;
  readonly message?: string | null;
  readonly url?: string | null;
  readonly data?: object | null;
  /** Whether it comes to the top, unread, and rings as what comes does; unless it was settled or taken back. */
  readonly ringsAgain?: boolean | null;
}

/** What a row says that is to say something else: the parameters of the act `correct`. */
type Words = readonly [title: string | null, message: string | null, url: string | null, data: string | null];

/**
 * A service says anew what it has sent: the same rows, marked as edited, on every device and in every e-mail that was not
 * sent yet. Twice is once: what says just this already is left alone, and does not ring again.
 * @returns how many say something else now
 * @throws BAD_USER_INPUT for what cannot be said, NOT_FOUND where the service has sent nothing of that name
 */
export async function correct(service: string, correction: Correction, needs: CorrectNeeds): Promise<number> {
  const { id, idempotencyKey, ringsAgain } = correction;
  const words = wordsOf(correction);
  const sent = sentBy(service, { id, idempotencyKey });
  await checkKinds(sent, correction, needs);
  const others: SentCondition = (parameters) => `${sent(parameters)} and ${saysOther(words, parameters)}`;
  let correctedCount = 0;
  await eachSent(needs.database, others, async (sql, userIds, ids) => {
    const acted = await actOnAll(sql, 'correct', userIds, idsAmong(ids), words);
    await renewWords(sql, ids);
    const deltas = acted.flatMap(({ delta }) => delta ?? []);
    sql.afterCommit(() => deltas.forEach(needs.announce));
    if (ringsAgain) await ring(sql, ids, needs);
    correctedCount += acted.reduce((sum, { affectedCount }) => sum + affectedCount, 0);
  });
  return correctedCount;
}

function wordsOf({ title, message, url, data }: Correction): Words {
  if (title == null && message == null && url == null && data == null)
    throw badInput('Say what is to be said anew: title, message, url or data');
  return [
    title == null ? null : checkText('title', title, MAX_TITLE),
    message == null ? null : checkText('message', message, 4_000),
    url == null ? null : checkUrl('url', url),
    data == null ? null : checkJsonObject('data', data),
  ];
}

const idsAmong = (ids: readonly string[]) => (parameters: Parameters) =>
  `n.id = any(${parameters.add(ids)}::uuid[])`;

function saysOther([title, message, url, data]: Words, parameters: Parameters): string {
  const or = (value: string | null, type: string, column: string) =>
    `coalesce(${parameters.add(value)}::${type}, ${column})`;
  return `row(n.title, n.message, n.url, n.data) is distinct from row(${or(title, 'text', 'n.title')},
    ${or(message, 'text', 'n.message')}, ${or(url, 'text', 'n.url')}, ${or(data, 'jsonb', 'n.data')})`;
}

interface Kind {
  readonly wording: number | null;
  readonly actor: Actor | null;
  readonly subjectLabel: string | null;
}

/** What a declared type words gets words of its own as a whole, or other data, with all that its wording needs. */
async function checkKinds(
  sent: SentCondition,
  { title, message, data }: Correction,
  { database, wordings }: CorrectNeeds,
): Promise<void> {
  const parameters = new Parameters([]);
  const kinds = await database.query<Kind>(
    `select distinct n.wording, n.actor, n.subject_label as "subjectLabel" from notifications n
     where ${sent(parameters)} limit ${MAX_KINDS}`,
    parameters.values,
  );
  if (kinds.length === 0) throw notFound('Notification');
  for (const { wording: id, actor, subjectLabel } of kinds) {
    if (id === null || (title != null && message != null)) continue;
    if (title != null || message != null)
      throw badInput(
        'Its type words it: say both title and message, or neither',
        title == null ? 'title' : 'message',
      );
    const wording = await wordings.find(id);
    if (data != null && wording) checkArguments(wording.arguments, givenBy({ data, actor, subjectLabel }));
  }
}

/** Nobody is asked again for what was settled, and nobody told again of what was taken back. */
async function ring(sql: Transaction, ids: readonly string[], needs: RaiseNeeds): Promise<void> {
  await raise(sql, await ringingAmong(sql, ids), needs);
}

const ringingAmong = (sql: Sql, ids: readonly string[]): Promise<Raised[]> =>
  sql.query<Raised>(
    `select ${raisedColumns} from notifications n join inbox i on i.user_id = n.user_id
     where n.id = any($1::uuid[]) and n.settled_at is null and n.retracted_at is null order by n.seq`,
    [ids],
  );
