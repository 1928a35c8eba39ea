import { Migration } from '@mikro-orm/migrations';

/** Where readers get text messages, and how many went out in a day. */
export class PhoneNumbers extends Migration {
  override up(): void {
    // Code: what the reader has to tell us to prove that the number is theirs, while they have not.
    this.addSql(`
      create table phone_numbers (
        user_id text collate "C" primary key references users on delete cascade,
        number text not null,
        confirmed_at timestamptz(3),
        stopped_at timestamptz(3),
        code_hash text,
        code_expires_at timestamptz(3),
        code_tries int not null default 0
      )`);
    this.addSql(`create index phone_numbers_number on phone_numbers (number)`);

    // What a channel that costs money has sent in a day, by all replicas.
    this.addSql(`
      create table channel_days (
        channel text not null,
        day date not null,
        sent int not null,
        primary key (channel, day)
      )`);
  }
}
