import { Migration } from '@mikro-orm/migrations';

/** What readers have muted, whatever it is. The table before stays, for replicas that still run and know only that. */
export class Subjects extends Migration {
  override up(): void {
    this.addSql(`
      create table muted_subjects (
        user_id text collate "C" not null references users on delete cascade,
        subject_type text not null,
        subject_id text not null,
        label text,
        url text,
        muted_at timestamptz(3) not null default now(),
        primary key (user_id, subject_type, subject_id)
      )`);
    this.addSql(`
      insert into muted_subjects (user_id, subject_type, subject_id, label, url)
      select m.user_id, 'application', m.application_id::text, a.title, '/applications/' || a.id
      from muted_applications m join applications a on a.id = m.application_id`);
  }
}
