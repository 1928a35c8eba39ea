import type { InboxAct } from './inbox-act.ts';
import { WebhookEvent } from '../../webhooks/webhook-event.ts';
import { countedSql, inInboxSql } from '../counted.ts';
import { namelessActor, namelessOutcome } from '../nameless.ts';
import { namelessSender } from '../../users/nameless.ts';

/** How a change moves the counters. */
interface Move {
  /** The new values. */
  readonly set: string;
  /** Of the changed rows, as they came back: those that began or ceased to count. */
  readonly counted: string;
  readonly sign: '+' | '-';
  /** Whether it brings back what was put away: no act that was done offline before takes that away again. */
  readonly restores?: true;
}

/** What an act is undone by, to the rows that are still as it left them. */
export interface Undo extends Move {
  /** Whether these are deleted: nobody else reads those. */
  readonly unearths?: true;
}

/**
 * Something that is done to notifications: which rows it applies to, what it makes of them, and which of those it made
 * count in or out. What it overwrites, and nobody could tell afterwards, it leaves in `former_at`.
 */
export interface Act extends Move {
  readonly applies: string;
  /**
   * Whether `counted` asks for `c.was_counted` too, where the act applies to both and what came back does not tell.
   * The inboxes must have been locked by a statement before it, so that nobody else changes a row between two looks.
   * It comes to what is deleted as well, without a word: that may come back.
   */
  readonly looksBack?: true;
  /** Whether its rows are gone for their reader; `for good`: also for us. */
  readonly removes?: 'for now' | 'for good';
  /** What webhooks are told. */
  readonly tells?: WebhookEvent;
  /** Where it is the reader's own, and is kept as such. */
  readonly undo?: Undo;
}

const settling =
  'read_at = coalesce(n.read_at, now()), settled_at = coalesce(n.settled_at, now()), snoozed_until = null';

export const acts = {
  read: {
    applies: 'n.read_at is null',
    set: 'read_at = now()',
    counted: inInboxSql('c'),
    sign: '-',
    tells: WebhookEvent.NOTIFICATION_READ,
    undo: { set: 'read_at = null', counted: inInboxSql('c'), sign: '+' },
  },
  unread: {
    applies: 'n.read_at is not null',
    set: 'read_at = null, former_at = n.read_at',
    counted: inInboxSql('c'),
    sign: '+',
    undo: { set: 'read_at = n.former_at', counted: inInboxSql('c'), sign: '-' },
  },
  // Former: until when it was snoozed, if it was.
  archive: {
    applies: 'n.archived_at is null',
    set: 'archived_at = now(), snoozed_until = null, former_at = n.snoozed_until',
    counted: 'c.read_at is null and c.former_at is null',
    sign: '-',
    tells: WebhookEvent.NOTIFICATION_ARCHIVED,
    undo: {
      set: 'archived_at = null, snoozed_until = n.former_at',
      counted: countedSql('c'),
      sign: '+',
      restores: true,
    },
  },
  unarchive: {
    applies: 'n.archived_at is not null',
    set: 'archived_at = null, snoozed_until = null, former_at = n.archived_at',
    counted: 'c.read_at is null',
    sign: '+',
    restores: true,
    undo: { set: 'archived_at = n.former_at', counted: 'c.read_at is null', sign: '-' },
  },
  /** Until a moment (`$2`). Former: since when it was archived, or until when it was snoozed. */
  snooze: {
    applies: '(n.snoozed_until is distinct from $2::timestamptz or n.archived_at is not null)',
    set: `snoozed_until = $2::timestamptz, archived_at = null, was_archived = n.archived_at is not null,
      former_at = coalesce(n.archived_at, n.snoozed_until)`,
    counted: 'c.read_at is null and c.former_at is null',
    sign: '-',
    undo: {
      set: `archived_at = case when n.was_archived then n.former_at end,
        snoozed_until = case when not n.was_archived then n.former_at end`,
      counted: countedSql('c'),
      sign: '+',
      restores: true,
    },
  },
  unsnooze: {
    applies: 'n.snoozed_until is not null and n.archived_at is null',
    set: 'snoozed_until = null, former_at = n.snoozed_until',
    counted: 'c.read_at is null',
    sign: '+',
    restores: true,
    undo: { set: 'snoozed_until = n.former_at', counted: 'c.read_at is null', sign: '-' },
  },
  pin: {
    applies: 'n.pinned_at is null',
    set: 'pinned_at = now()',
    counted: 'false',
    sign: '+',
    undo: { set: 'pinned_at = null', counted: 'false', sign: '+' },
  },
  unpin: {
    applies: 'n.pinned_at is not null',
    set: 'pinned_at = null, former_at = n.pinned_at',
    counted: 'false',
    sign: '+',
    undo: { set: 'pinned_at = n.former_at', counted: 'false', sign: '+' },
  },
  /** It is as it was, for whoever brings it back in time. */
  delete: {
    applies: 'true',
    set: 'deleted_at = now()',
    counted: countedSql('c'),
    sign: '-',
    removes: 'for now',
    undo: { set: 'deleted_at = null', counted: countedSql('c'), sign: '+', restores: true, unearths: true },
  },
  /** Its time is over. */
  remove: {
    applies: 'true',
    set: '',
    counted: countedSql('c'),
    sign: '-',
    removes: 'for good',
  },
  /** What it asks for needs nobody any more, and nobody has to be reminded. */
  settle: {
    applies: 'true',
    set: settling,
    counted: 'c.was_counted',
    looksBack: true,
    sign: '-',
  },
  /** It was answered: nobody is asked any more, and all are told how (`$2`; null: nothing is known of that). */
  decide: {
    applies: 'true',
    set: `${settling}, actions = null, outcome = coalesce(n.outcome, $2::jsonb)`,
    counted: 'c.was_counted',
    looksBack: true,
    sign: '-',
  },
  /** Its sender takes back what its reader has seen: it stays, and says so. */
  withdraw: {
    applies: 'true',
    set: 'retracted_at = now()',
    counted: 'false',
    looksBack: true,
    sign: '+',
  },
  /** Its sender says it anew: title, message, url and data (`$2` to `$5`), each as it was where it is null. */
  correct: {
    applies: 'true',
    set: `title = coalesce($2::text, n.title), message = coalesce($3::text, n.message), url = coalesce($4::text, n.url),
      data = coalesce($5::jsonb, n.data), wording = case when $2::text is null then n.wording end, edited_at = now()`,
    counted: 'false',
    looksBack: true,
    sign: '+',
  },
  /**
   * Whoever (`$2`, by their sender's name `$3`, counted as `$4`) did it or answered it was erased: it is as if somebody
   * had. Of several, the others are named.
   */
  unname: {
    applies: 'true',
    set: `actor = case when n.actor ->> 'id' = $2 then ${namelessActor} else n.actor end,
      actors = case when n.actors is not null then (
        select coalesce(jsonb_agg(one order by place), jsonb_build_array(${namelessActor}))
        from jsonb_array_elements(n.actors) with ordinality who (one, place) where one ->> 'id' is distinct from $2
      ) end,
      actor_keys = array_replace(n.actor_keys, $4, left(n.id::text, 16)),
      outcome = case when n.outcome -> 'by' ->> 'id' = $2 then ${namelessOutcome('n.outcome')} else n.outcome end,
      service = case when n.service = $3 then ${namelessSender} else n.service end`,
    counted: 'false',
    looksBack: true,
    sign: '-',
  },
  /** Its data says other things (`$2`): what somebody who was erased had written. */
  reword: {
    applies: 'true',
    set: 'data = n.data || $2::jsonb',
    counted: 'false',
    looksBack: true,
    sign: '-',
  },
} satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/** What a reader does, and may undo. */
export type ReadersAct = {
  [Name in ActName]: (typeof acts)[Name] extends { undo: Undo } ? Name : never;
}[ActName];

/** Those that have to know nothing but which rows. */
export type PlainAct = Exclude<ReadersAct, 'snooze'>;

/** As the schema calls it. */
export const nameOf = (act: InboxAct): ReadersAct => act.toLowerCase() as Lowercase<InboxAct>;

export const actOf = (name: ActName): Act => acts[name];
