import { Migration } from '@mikro-orm/migrations';

/**
 * What a notification may say besides its text: who sent it, what it is about, who did it, what can be done about it.
 * Columns without a default, or with one that PostgreSQL keeps beside the table: no row is written anew, and the table
 * is locked only as long as its description takes to change.
 */
export class AboutAnything extends Migration {
  override up(): void {
    // A subject of the type `application` stands in application_id alone, whose foreign key refuses what is not there.
    // wording: which words of its declared type it is read in; null: title and message are its own.
    this.addSql(`
      alter table notifications
        add service text,
        add subject_type text,
        add subject_id text,
        add subject_label text,
        add subject_url text,
        add actor jsonb,
        add severity text not null default 'NORMAL',
        add data jsonb,
        add image_url text,
        add wording int,
        add actions jsonb,
        add request_id uuid,
        add outcome jsonb`);
  }
}
