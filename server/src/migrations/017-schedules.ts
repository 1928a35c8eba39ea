import { Migration } from '@mikro-orm/migrations';

/** Quiet hours for each day of the week. What was set for every day stays so. */
export class Schedules extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Seven, from Monday on: {"from", "until"} in minutes since midnight, or null where nothing begins on that day.
    // The former columns stay for replicas of the version before, and are read no more.
    this.addSql(`
      alter table preferences add quiet_hours jsonb
        check (jsonb_typeof(quiet_hours) = 'array' and jsonb_array_length(quiet_hours) = 7)`);
    this.addSql(`
      update preferences set quiet_hours =
        to_jsonb(array_fill(jsonb_build_object('from', quiet_from, 'until', quiet_until), array[7]))
      where quiet_from is not null`);
  }
}
