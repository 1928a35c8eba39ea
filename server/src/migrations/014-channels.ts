import { Migration } from '@mikro-orm/migrations';

/**
 * What goes to readers besides e-mails: an e-mail becomes a message of a channel. Names alone are changed, so nothing is
 * written anew; replicas of the version before cannot look at deliveries until they are replaced, and lose none.
 */
export class Channels extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(`alter table emails rename to messages`);
    this.addSql(`alter table messages add channel text not null default 'EMAIL'`);
    for (const index of ['sending', 'dead', 'sent', 'age'])
      this.addSql(`alter index emails_${index} rename to messages_${index}`);
    this.addSql(`alter table deliveries rename email_id to message_id`);
    this.addSql(`alter index deliveries_email rename to deliveries_message`);
    // Which channels there are is for the program to say.
    this.addSql(`alter table deliveries drop constraint deliveries_channel_check`);
    this.addSql(`alter table channel_choices drop constraint channel_choices_channel_check`);
    // Why nothing was planned on the channel when the notification came; null: something was, or it is older.
    this.addSql(`alter table notifications add push_skipped text, add sms_skipped text`);
    this.addSql(`
      update declared_categories set channels = channels || 'PUSH'::text where channels @> '{IN_APP,EMAIL}'`);
  }
}
