import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { endEmails, getsEmails, resumeEmails, type Ended } from '../../preferences/email-end.ts';
import { DeliveryReason } from '../../delivery/rules.ts';
import { lockInboxes } from '../../inbox/acts/lock-inboxes.ts';
import { tellPreferencesChanged } from '../../webhooks/tell.ts';
import type { EmailTicket, FormerTicket } from './token.ts';

/** What a link is about, as it is known now. */
export interface Unsubscription {
  readonly userId: string;
  /** All, where the record of the e-mail has been purged. */
  readonly ended: Ended;
}

/** Ends and resumes e-mails for whoever has the link in one of them. */
export class Unsubscriptions {
  constructor(
    private readonly database: Database,
    private readonly catalogue: Catalogue,
    /** Tells the reader's devices. */
    private readonly announce: (userId: string) => void,
  ) {}

  /** @returns undefined when the user is gone: there is nothing left to send */
  async find(ticket: EmailTicket | FormerTicket): Promise<Unsubscription | undefined> {
    if ('userId' in ticket) {
      const { userId, categories: ended } = ticket;
      const [known] = await this.database.query('select from users where id = $1', [userId]);
      return known && { userId, ended };
    }
    const [found] = await this.database.query<{ userId: string; categories: string[] | null }>(
      `select i.user_id as "userId", m.categories
       from inbox i left join messages m on m.id = $2 and m.user_id = i.user_id where i.id = $1`,
      [ticket.inboxId, ticket.emailId],
    );
    return found && { userId: found.userId, ended: found.categories ?? 'ALL' };
  }

  /** Whether there is anything left to end. */
  isOpen({ userId, ended }: Unsubscription): Promise<boolean> {
    return getsEmails(this.database, userId, ended, this.catalogue);
  }

  /** Also for what waits to be sent. As often as it comes. */
  async end({ userId, ended }: Unsubscription): Promise<void> {
    const critical = this.catalogue.categories.filter(({ isCritical }) => isCritical).map(({ name }) => name);
    await this.change(userId, async (sql) => {
      await endEmails(sql, userId, ended, this.catalogue);
      await lockInboxes(sql, [userId]);
      await sql.query(
        `update deliveries d set state = 'SKIPPED', reason = $4, decided_at = now()
         from notifications n
         where d.user_id = $1 and d.channel = 'EMAIL' and d.state in ('WAITING', 'HELD') and d.message_id is null
           and n.id = d.notification_id and n.category <> all($3::text[])
           and ($2::text[] is null or n.category = any($2))`,
        [userId, ended === 'ALL' ? null : ended, critical, DeliveryReason.UNSUBSCRIBED],
      );
    });
  }

  /** From now on: what was not sent meanwhile stays so. */
  async resume({ userId, ended }: Unsubscription): Promise<void> {
    await this.change(userId, (sql) => resumeEmails(sql, userId, ended, this.catalogue));
  }

  private async change(userId: string, work: (sql: Transaction) => Promise<void>): Promise<void> {
    await this.database.transaction(async (sql) => {
      await work(sql);
      await tellPreferencesChanged(sql, userId);
      sql.afterCommit(() => this.announce(userId));
    });
  }
}
