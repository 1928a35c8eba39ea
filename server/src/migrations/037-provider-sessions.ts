import { Migration } from '@mikro-orm/migrations';

/** What a session stands on where its user has signed in at a provider. */
export class ProviderSessions extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`alter table sessions add issuer text, add subject text, add provider_session_id text`);
  }
}
