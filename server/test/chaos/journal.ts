import pg from 'pg';
import { countedSql } from '../../src/inbox/counted.ts';
import { ASKED_ABOUT } from './actors/asker.ts';
import { DELIVERIES, letHoursPass, reachSome, type DeliveryTruth } from './channels/delivery-journal.ts';
import { placesOf } from './erasure-journal.ts';
import { admitHosts, isAllDone, sendingTruth, type SendingTruth } from './sending-journal.ts';
import { RETENTION_SECONDS } from './stage.ts';

/** Rows that were to be removed so many seconds ago: expired, or read long enough before and nothing to answer. */
const isOver = (seconds: number) => `(expires_at <= now() - interval '${seconds} seconds'
  or read_at <= now() - interval '${RETENTION_SECONDS + seconds} seconds' and actions is null
    and pinned_at is null and snoozed_until is null)`;

/**
 * PostgreSQL's own record of what was ever committed, for comparing: who got what under which title, what was removed
 * after its time, and at which seqs so many rows changed at once that a reader may be told to read anew. Written by
 * triggers, so in the same transactions as what it records.
 */
const ATTACH = `
  create table chaos_added (user_id text not null, id uuid not null, title text not null,
    subject_id text, at timestamptz not null);
  create table chaos_over (id uuid not null);
  create table chaos_big (user_id text not null, seq int not null);

  create function chaos_note_added() returns trigger language plpgsql as $$ begin
    insert into chaos_added
      select user_id, id, coalesce(nullif(title, ''), data ->> 'name'), subject_id, now() from fresh;
    return null;
  end $$;
  create trigger chaos_added after insert on all_notifications
    referencing new table as fresh for each statement execute function chaos_note_added();

  create function chaos_note_over() returns trigger language plpgsql as $$ begin
    insert into chaos_over select id from old_rows where ${isOver(0)};
    return null;
  end $$;
  create trigger chaos_over after delete on all_notifications
    referencing old table as old_rows for each statement execute function chaos_note_over();

  create function chaos_note_big() returns trigger language plpgsql as $$ begin
    insert into chaos_big select user_id, change_seq from fresh group by 1, 2 having count(*) > 200;
    return null;
  end $$;
  create trigger chaos_big after update on all_notifications
    referencing new table as fresh for each statement execute function chaos_note_big();`;

const INBOXES = `
  select i.user_id as "userId", i.seq, i.unread, i.unseen,
    count(n.id) filter (where ${countedSql('n')})::int as "trueUnread",
    count(n.id) filter (where ${countedSql('n')} and n.seq > i.seen_seq)::int as "trueUnseen"
  from inbox i left join notifications n on n.user_id = i.user_id group by i.user_id`;

const ASKED = `
  select n.subject_id as "subjectId", n.user_id as "userId", r.settled_at is not null as "isDecided",
    concat(r.outcome #>> '{action,id}', ' by ', r.outcome #>> '{by,id}') as outcome, n.actions is not null as "isOpen",
    n.outcome is not distinct from r.outcome and (n.settled_at is null) = (r.settled_at is null) as "isToldRightly"
  from notifications n join requests r on r.id = n.request_id where n.subject_type = $1`;

export interface InboxTruth {
  userId: string;
  seq: number;
  unread: number;
  unseen: number;
  trueUnread: number;
  trueUnseen: number;
}

export interface RowTruth {
  id: string;
  userId: string;
  seq: number;
  changeSeq: number;
  title: string;
  isRead: boolean;
  isArchived: boolean;
  isSnoozed: boolean;
  isEdited: boolean;
  isRetracted: boolean;
  /** Who did what it asks for. */
  doneBy: string | null;
}

export interface Added {
  userId: string;
  id: string;
  title: string;
  subjectId: string | null;
  /** When its transaction began. */
  at: Date;
}

/** A notification that asks for something, and its request. */
interface AskedTruth {
  subjectId: string;
  userId: string;
  isDecided: boolean;
  outcome: string;
  isOpen: boolean;
  isToldRightly: boolean;
}

/** All of it at one moment. */
export interface Truth {
  inboxes: InboxTruth[];
  rows: RowTruth[];
  removedIds: Set<string>;
  /** Of what was removed, what was past its time. */
  overIds: Set<string>;
  added: Added[];
  asked: AskedTruth[];
  channels: DeliveryTruth[];
  big: { userId: string; seq: number }[];
  sending: SendingTruth;
}

export class Journal {
  private readonly url: string;

  private constructor(url: string) {
    this.url = url;
  }

  /** @param users how many there are, some of whom are reached by more than their inbox */
  static async attach(url: string, users: number): Promise<Journal> {
    const journal = new Journal(url);
    await journal.with((client) => client.query(ATTACH));
    await journal.with((client) => reachSome(client, users));
    return journal;
  }

  /** The counters beside what they count. One statement, so one moment. @throws while PostgreSQL is away */
  inboxes(): Promise<InboxTruth[]> {
    return this.with(async (client) => (await client.query<InboxTruth>(INBOXES)).rows);
  }

  /**
   * From now on nothing grows older, so that what is compared stays as it is.
   * @returns how many rows should have been removed so many seconds ago
   */
  stopTime(seconds: number): Promise<number> {
    return this.with(async (client) => {
      await client.query('begin');
      await client.query('select from inbox order by user_id for update');
      const { rowCount } = await client.query(`select from notifications where ${isOver(seconds)}`);
      // No act of anybody: the triggers above have nothing to note.
      await client.query('set local session_replication_role = replica');
      await client.query(`update notifications set read_at = read_at + interval '1 year', expires_at = null`);
      await client.query('commit');
      return rowCount!;
    });
  }

  /** Lets these roles of PostgreSQL send for the services of their names, and write down what they do. */
  admitHosts(names: readonly string[]): Promise<void> {
    return this.with((client) => admitHosts(client, this.url, names));
  }

  /** Whether nothing is on its way any more that services have begun. @throws while PostgreSQL is away */
  isAllDone(): Promise<boolean> {
    return this.with(isAllDone);
  }

  /** @returns where in the database these people are still named */
  tracesOf(userIds: readonly string[]): Promise<string[]> {
    return this.with((client) => placesOf(client, userIds));
  }

  /** @returns how many deliveries have not ended */
  letHoursPass(): Promise<number> {
    return this.with(letHoursPass);
  }

  truth(): Promise<Truth> {
    return this.with(async (client) => {
      await client.query('begin isolation level repeatable read');
      const { rows: inboxes } = await client.query<InboxTruth>(INBOXES);
      const { rows } = await client.query<RowTruth>(
        `select id, user_id as "userId", seq, change_seq as "changeSeq", title, read_at is not null as "isRead",
           archived_at is not null as "isArchived", snoozed_until is not null as "isSnoozed", edited_at is not null as "isEdited",
           retracted_at is not null as "isRetracted", outcome #>> '{by,id}' as "doneBy" from notifications`,
      );
      const { rows: removed } = await client.query<{ id: string }>(
        'select notification_id as id from tombstones',
      );
      const { rows: over } = await client.query<{ id: string }>('select id from chaos_over');
      const { rows: added } = await client.query<Added>(
        'select user_id as "userId", id, title, subject_id as "subjectId", at from chaos_added',
      );
      const { rows: asked } = await client.query<AskedTruth>(ASKED, [ASKED_ABOUT]);
      const { rows: big } = await client.query<Truth['big'][number]>(
        'select user_id as "userId", seq from chaos_big',
      );
      const { rows: channels } = await client.query<DeliveryTruth>(DELIVERIES);
      const sending = await sendingTruth(client);
      const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
      const ids = { removedIds: idsOf(removed), overIds: idsOf(over) };
      return { inboxes, rows, ...ids, added, asked, channels, big, sending };
    });
  }

  private async with<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
