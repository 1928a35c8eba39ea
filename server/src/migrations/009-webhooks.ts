import { Migration } from '@mikro-orm/migrations';

/** Who wants to be told of what happens, and what they are told. */
export class Webhooks extends Migration {
  override up(): void {
    // Secrets: the newest first; the one before it signs too for a day after the rotation.
    this.addSql(`
      create table webhooks (
        id uuid primary key,
        service text not null,
        is_admins boolean not null,
        url text not null,
        events text[] not null,
        secrets text[] not null check (cardinality(secrets) between 1 and 2),
        rotated_at timestamptz(3),
        is_enabled boolean not null default true,
        created_at timestamptz(3) not null default now()
      )`);
    this.addSql(`create index webhooks_service on webhooks (service)`);

    // Without a foreign key: readers' acts add rows here, and must neither lock the row of the webhook nor fail because
    // it is being removed. What is left of a removed one is thrown away when it is to be sent.
    this.addSql(`
      create table webhook_messages (
        id uuid primary key,
        webhook_id uuid not null,
        event text not null,
        data jsonb not null,
        state text not null default 'SENDING' check (state in ('SENDING', 'SENT', 'DEAD')),
        attempts int not null default 0,
        answer text,
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3)
      )`);
    this.addSql(
      `create index webhook_messages_webhook on webhook_messages (webhook_id) where state <> 'SENT'`,
    );
    this.addSql(`create index webhook_messages_dead on webhook_messages (id) where state = 'DEAD'`);
    this.addSql(`create index webhook_messages_age on webhook_messages (created_at)`);
  }
}
