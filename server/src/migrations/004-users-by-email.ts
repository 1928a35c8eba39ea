import { Migration } from '@mikro-orm/migrations';

/** Whether an id that looks like an e-mail address is one is asked before a recipient is made of it. */
export class UsersByEmail extends Migration {
  override up(): void {
    this.addSql(`create index users_email on users (lower(email)) where email is not null`);
  }
}
