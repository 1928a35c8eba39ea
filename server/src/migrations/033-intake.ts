import { Migration } from '@mikro-orm/migrations';

// What a host may say, in the order of the arguments: what it nearly always says first.
const ARGUMENTS = `
  recipient text,
  type text,
  data jsonb default null,
  subject jsonb default null,
  key text default null,
  title text default null,
  message text default null,
  category text default null,
  url text default null,
  severity text default null,
  actor jsonb default null,
  image_url text default null,
  actions jsonb default null,
  request_key text default null,
  group_key text default null,
  expires_at timestamptz default null`;

const NAMES = [...ARGUMENTS.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name).join(', ');

/**
 * Notifications that hosts send in SQL, in transactions of their own: these only add a row here, and lock nothing of
 * ours. `notify_v1` stays as it is for ever; what comes later is another function, and `notify` then leads to that.
 *
 * The tables' schema is written into the function, and none of its texts depends on a setting (E'…'): whatever its
 * caller has set, nothing else is found. It says at once what can be known at once, and leaves the rest to whoever sends.
 */
export class Intake extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // version: of the function that wrote it; whoever does not know that leaves the row to others. input: a
    // CreateNotificationInput, without its recipient and key, so that it is the same for all who are told the same.
    this.addSql(`
      create table intake (
        id bigint generated always as identity primary key,
        version int not null,
        service text not null,
        recipient_id text not null,
        idempotency_key text,
        input jsonb not null,
        created_at timestamptz(3) not null default clock_timestamp()
      )`);
    // Apart, so that what is looked at ten times a second stays small. intake_id: as its host was told.
    this.addSql(`
      create table failed_intakes (
        id uuid primary key,
        intake_id bigint not null,
        version int not null,
        service text not null,
        recipient_id text not null,
        idempotency_key text,
        input jsonb not null,
        created_at timestamptz(3) not null,
        code text not null,
        reason text not null,
        failed_at timestamptz(3) not null default now()
      )`);
    this.addSql(`create index failed_intakes_age on failed_intakes (failed_at)`);
    // Without a foreign key to pg_roles, which there cannot be: the rights of a role that is gone are gone with it.
    this.addSql(`create table sql_senders (role name primary key, service text not null)`);

    this.addSql(`create schema if not exists carillon`);
    // format() would take each % of the body for its own.
    this.addSql(`
      do $do$ begin
        execute replace($sql$${NOTIFY}$sql$, '<schema>', quote_ident(
          (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.oid = 'intake'::regclass)));
      end $do$`);
    this.addSql(`
      create function carillon.notify(${ARGUMENTS}) returns bigint
      language sql volatile parallel unsafe
      begin atomic
        select carillon.notify_v1(${NAMES});
      end`);
    this.addSql(`revoke all on function carillon.notify_v1 from public`);
    this.addSql(`revoke all on function carillon.notify from public`);
  }
}

// Where each text is, how many characters it may have, and whether it may have lines.
const TEXTS: readonly [given: string, most: number, kind: 'word' | 'text'][] = [
  ['recipient', 255, 'word'],
  ['type', 100, 'word'],
  ['key', 255, 'word'],
  ['title', 200, 'text'],
  ['message', 4_000, 'text'],
  ['category', 100, 'word'],
  ['url', 2_000, 'word'],
  ['image_url', 2_000, 'word'],
  ['request_key', 255, 'word'],
  ['group_key', 255, 'word'],
  ['subject.type', 100, 'word'],
  ['subject.id', 255, 'word'],
  ['subject.label', 200, 'text'],
  ['subject.url', 2_000, 'word'],
  ['actor.id', 255, 'word'],
  ['actor.name', 200, 'word'],
  ['actor.imageUrl', 2_000, 'word'],
];

/** One expression for all of them: a query for each, or a loop, would take twenty times as long. */
function problemOf([name, most, kind]: (typeof TEXTS)[number]): string {
  const given = name.replace(/\.(.*)/, " ->> '$1'");
  const word = `when (${given}) ~ E'[\\\\u0001-\\\\u001f\\\\u007f]' then '${name} must not have control characters'`;
  return `when char_length(${given}) > ${most} then '${name} must have ${most} characters at most'
    when (${given}) !~ '[^[:space:]]' then '${name} must have something to see in it'
    ${kind === 'word' ? word : ''}`;
}

const NOTIFY = `
create function carillon.notify_v1(${ARGUMENTS}) returns bigint
language plpgsql volatile parallel unsafe security definer set search_path = pg_catalog, pg_temp
as $body$
#variable_conflict use_variable
declare
  sender text;
  wrong text;
  intake_id bigint;
begin
  select s.service into sender from <schema>.sql_senders s where s.role = session_user;
  if sender is null then
    raise exception using errcode = '42501',
      message = format('The role %I sends for no service', session_user),
      hint = 'Whoever operates Carillon says for which: sql-sender ROLE SERVICE';
  end if;

  data := nullif(data, 'null');
  subject := nullif(subject, 'null');
  actor := nullif(actor, 'null');
  actions := nullif(actions, 'null');

  wrong := case
    when recipient is null then 'recipient must be said'
    when type is null then 'type must be said'
    when jsonb_typeof(data) <> 'object' then 'data must be a JSON object'
    when octet_length(data::text) > 16384 then 'data must have 8192 bytes at most, written as JSON'
    when jsonb_typeof(subject) <> 'object' then 'subject must be a JSON object'
    when subject is not null and subject ->> 'type' is null then 'subject must have a type'
    when subject is not null and subject ->> 'id' is null then 'subject must have an id'
    when jsonb_typeof(actor) <> 'object' then 'actor must be a JSON object'
    when actor is not null and actor ->> 'name' is null then 'actor must have a name'
    when jsonb_typeof(actions) <> 'array' then 'actions must be a JSON array'
    when jsonb_array_length(actions) > 4 then 'actions must have 4 entries at most'
    when severity not in ('LOW', 'NORMAL', 'HIGH', 'URGENT') then 'severity must be LOW, NORMAL, HIGH or URGENT'
    when url !~* E'^(/(?![/\\\\\\\\])|https://)' then 'url must be a path on this site or an https address'
    when image_url !~* '^https://' then 'image_url must be an https address'
    when title is null and message is not null then 'title must be said with message, or neither'
    when message is null and title is not null then 'message must be said with title, or neither'
    when group_key is not null and (request_key is not null or actions <> '[]')
      then 'group_key must be left out: what asks for something does not join others'
    when not isfinite(expires_at) then 'expires_at must be a moment'
    when expires_at > clock_timestamp() + interval '3650 days' then 'expires_at must be ten years ahead at most'
    when expires_at <= clock_timestamp() and key is null then 'expires_at must be in the future'
    ${TEXTS.map(problemOf).join('\n    ')}
  end;
  if wrong is null and title is null
    and not exists (select from <schema>.declared_types t where t.name = type) then
    wrong := 'title must be said, and message: the type is not declared';
  end if;
  if wrong is not null then
    raise exception using errcode = '22023', message = wrong, column = split_part(wrong, ' ', 1);
  end if;

  insert into <schema>.intake (version, service, recipient_id, idempotency_key, input)
  values (1, sender, recipient, key, jsonb_build_object(
    'type', type, 'category', category, 'title', title, 'message', message, 'url', url, 'severity', severity,
    'subject', subject, 'actor', actor, 'data', data, 'imageUrl', image_url, 'actions', actions,
    'requestKey', request_key, 'groupKey', group_key,
    'expiresAt', to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
  returning intake.id into intake_id;
  return intake_id;
end $body$`;
