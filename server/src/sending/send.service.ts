import { v7 as uuidv7 } from 'uuid';
import { escalationOf } from '../catalogue/declared-type.ts';
import { checkArguments } from '../catalogue/wording/arguments.ts';
import { givenBy } from '../catalogue/wording/given.ts';
import type { Announce, AnnounceMany } from '../inbox/delta.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { isDatabaseAway } from '../platform/errors.ts';
import { Groups } from '../platform/postgres/groups.ts';
import { checkWord } from '../platform/input.ts';
import { OWN_SERVICE } from '../users/viewer.ts';
import { distinctUserIds, MAX_ID } from '../users/user-ids.ts';
import { addGrouped } from './add-grouped.ts';
import { addNotifications, addToKnown, type Addition, type SendSetup } from './add-notifications.ts';
import { addToMany, type PartRecipient } from './add-to-many.ts';
import { checkContent, refusingNotKept, type Content, type SendInput } from './content.ts';
import { openRequest } from '../requests/request.ts';
import type { Settling } from '../requests/settling.ts';
import { isOver, refuseOver } from './expiry.ts';
import { escalateLater } from './escalating.ts';
import { groupOf } from './group.ts';
import { bodyHash, bodyHashes } from './body-hash.ts';
import { claimBulk, claimKey, isBulkKnown, keepReceipt, type Receipt } from './idempotency.ts';
import { isAlone, sendTogether, withNewRequest, withRequestOf } from './together.ts';

export const RECIPIENTS_A_TRANSACTION = 500;
const ADDITIONS_A_GROUP = 100;

/** What came of one, now or when its key was first used. */
export interface Sent {
  readonly receipt: Receipt;
  readonly created: boolean;
}

/** Brings notifications into inboxes: saved first, announced after the commit. */
export class SendService {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
    private readonly setup: SendSetup,
    private readonly settling: Settling,
    private readonly announceMany: AnnounceMany,
  ) {}

  /** A notification of one of the program's own types to one user, in the transaction that made true what it says. */
  async sendDeclared(
    transaction: Transaction,
    recipientId: string,
    type: string,
    data: object,
    about: Pick<Content, 'subject' | 'actor' | 'actions' | 'requestKey'>,
  ): Promise<void> {
    const declared = this.setup.catalogue.type(type)!;
    const { category, severity, wording, groupMinutes = null } = declared;
    checkArguments(declared.arguments, givenBy({ ...about, data, subjectLabel: about.subject?.label }));
    const content: Content = {
      ...{ service: OWN_SERVICE, type, category, severity, wording, ...about, data: JSON.stringify(data) },
      ...{ title: '', message: '', url: null, imageUrl: null, expiresAt: null },
      ...{ requestId: null, newRequestKey: null },
      ...{ groupKey: null, groupMinutes, idempotencyKey: null, isEscalated: false },
      escalation: about.actions && escalationOf(declared),
    };
    await this.add(transaction, content, [recipientId]);
  }

  /**
   * @param service who sends; its keys are its own
   * @throws BAD_USER_INPUT, or CONFLICT when the key was used with another body
   */
  async send(service: string, recipientId: string, input: SendInput): Promise<Sent> {
    const content = await this.checkFor(recipientId, service, input);
    if (content.idempotencyKey !== null || isAlone(content))
      return this.database.transaction((sql) => this.sendIn(sql, recipientId, content));
    refuseOver(content);
    const row = await this.group.add({ recipientId, content: withNewRequest(content) });
    return { receipt: receiptOf(row), created: true };
  }

  /** What `sendIn` sends. @throws BAD_USER_INPUT */
  checkFor(recipientId: string, service: string, input: SendInput): Promise<Content> {
    checkWord('recipientId', recipientId, MAX_ID);
    return this.check(service, input);
  }

  /** The same in a transaction of the caller's. @param content as `checkFor` gave it, before the transaction began */
  async sendIn(sql: Transaction, recipientId: string, content: Content): Promise<Sent> {
    const { service, idempotencyKey: key } = content;
    const claim = key === null ? undefined : [service, recipientId, key];
    const kept = claim && (await claimKey(sql, claim, bodyHashes(recipientId, content)));
    if (kept) return { receipt: kept, created: false };
    refuseOver(content);
    const [row] = await this.add(sql, withNewRequest(content), [recipientId]);
    if (claim) await keepReceipt(sql, claim, row!);
    return { receipt: receiptOf(row!), created: true };
  }

  /**
   * Several in a transaction of the caller's: as many as `countTogether` says, 500 at most.
   * @throws BAD_USER_INPUT, or CONFLICT when a key was used with another body
   */
  sendTogether(sql: Transaction, orders: readonly Addition[]): Promise<void> {
    return sendTogether(sql, orders, (additions) => this.addTogether(sql, additions));
  }

  private async addTogether(sql: Transaction, additions: readonly Addition[]): Promise<NotificationRow[]> {
    const { content } = additions[0]!;
    const recipientIds = additions.map(({ recipientId }) => recipientId);
    if (isAlone(content)) return this.add(sql, withNewRequest(content), recipientIds);
    const asked = additions.map((one) => ({ ...one, content: withNewRequest(one.content) }));
    const { rows, deltas } = await addNotifications(sql, this.setup, asked);
    sql.afterCommit(() => deltas.forEach(this.announce));
    return rows;
  }

  private readonly group = new Groups<Addition, NotificationRow>(
    async (additions) => {
      const { rows, deltas } = await addToKnown(this.database, this.setup, additions);
      deltas.forEach(this.announce);
      return rows.map((row, index) => row ?? this.addAlone(additions[index]!));
    },
    { most: ADDITIONS_A_GROUP, inFlight: 2, isForAll: isDatabaseAway },
  );

  /** For a recipient who may have to be made first, what asks for something, and what may not be kept here. */
  private async addAlone({ recipientId, content }: Addition): Promise<NotificationRow> {
    const [row] = await this.database.transaction((sql) => this.add(sql, content, [recipientId]));
    return row!;
  }

  /** Adds it in a transaction, and has it announced after that. */
  private async add(
    sql: Transaction,
    content: Content,
    recipientIds: readonly string[],
  ): Promise<NotificationRow[]> {
    const { service, subject, actions, requestKey: key } = content;
    const request = key === null ? undefined : await openRequest(sql, { service, subject, key }, actions);
    const asked = request ? { ...content, requestId: request.id } : content;
    const group = groupOf(content);
    const additions = recipientIds.map((recipientId) => ({ recipientId, content: asked }));
    const { rows, deltas } = await refusingNotKept(
      group
        ? addGrouped(sql, this.setup, asked, group, recipientIds)
        : addNotifications(sql, this.setup, additions),
    );
    if (!request?.isSettled) await escalateLater(sql, asked);
    const told = request?.isSettled ? await this.settling.settleLate(sql, request, deltas) : deltas;
    sql.afterCommit(() => told.forEach(this.announce));
    return rows;
  }

  /**
   * The same message to many. Transactions of 500 recipients each; with a key, a call that was cut off goes on
   * where it stopped when it is repeated.
   * @returns how many distinct recipients there are
   * @throws BAD_USER_INPUT, or CONFLICT when the key was used with another body
   */
  async sendToMany(service: string, recipientIds: readonly string[], input: SendInput): Promise<number> {
    const content = await this.check(service, input);
    const recipients = await distinctUserIds(this.database, 'recipientIds', recipientIds);
    const { idempotencyKey: key } = content;
    if (key === null) {
      refuseOver(content);
      const asked = withRequestOf(uuidv7(), content);
      for (let done = 0; done < recipients.length; done += RECIPIENTS_A_TRANSACTION)
        await this.database.transaction((sql) => this.sendChunk(sql, recipients, done, asked));
      return recipients.length;
    }
    if (isOver(content) && !(await isBulkKnown(this.database, service, key))) refuseOver(content);
    await claimBulk(this.database, service, key, bodyHash(recipients, content), recipients.length);
    const asked = withRequestOf(key, content);
    while (await this.database.transaction((sql) => this.sendNext(sql, [service, key], recipients, asked)));
    return recipients.length;
  }

  /** One more chunk of a bulk with a key. Returns whether there was any left. */
  private async sendNext(
    sql: Transaction,
    claim: string[],
    recipients: string[],
    content: Content,
  ): Promise<boolean> {
    const [bulk] = await sql.query<{ done: number }>(
      'select done from bulk_sends where service = $1 and key = $2 for update',
      claim,
    );
    const done = bulk!.done;
    if (done >= recipients.length) return false;
    const sent = await this.sendChunk(sql, recipients, done, content);
    await sql.query('update bulk_sends set done = $3 where service = $1 and key = $2', [
      ...claim,
      done + sent,
    ]);
    return true;
  }

  private async sendChunk(
    sql: Transaction,
    recipients: string[],
    done: number,
    content: Content,
  ): Promise<number> {
    const chunk = recipients.slice(done, done + RECIPIENTS_A_TRANSACTION);
    await this.add(sql, content, chunk);
    return chunk.length;
  }

  /**
   * One content to a part of very many, most of whom are connected nowhere: they cost no announcement.
   * @param content one that asks for nothing
   * @param recipients each once, 500 at most
   */
  async sendToPart(sql: Transaction, content: Content, recipients: readonly PartRecipient[]): Promise<void> {
    const { followed, announce } = this.announceMany;
    const recipientIds = recipients.map(({ id }) => id);
    const group = groupOf(content);
    const deltas = await refusingNotKept(
      group
        ? addGrouped(sql, this.setup, content, group, recipientIds).then((added) => added.deltas)
        : addToMany(sql, this.setup, content, recipients, followed(recipientIds)),
    );
    sql.afterCommit(() => announce(recipientIds, deltas));
  }

  /**
   * What is to be sent. One who relies on a type that is not known here may have declared it a moment ago, at another
   * replica.
   * @throws BAD_USER_INPUT
   */
  async check(service: string, input: SendInput): Promise<Content> {
    const { catalogue } = this.setup;
    const isUnknown = input.title == null && input.message == null && !catalogue.type(input.type);
    if (isUnknown) await catalogue.refresh();
    return checkContent(service, input, catalogue.type(input.type));
  }
}

const receiptOf = ({ id, seq, createdAt }: NotificationRow): Receipt => ({ id, seq, createdAt });
