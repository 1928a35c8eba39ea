import type { Category } from '../catalogue/category.ts';
import { Channel } from '../catalogue/category.ts';

/** The task that sends what is due to one user; one job of it a user and window. */
export const DELIVER_EMAIL = 'deliver_email';

/** What this installation says of e-mails. */
export interface EmailPlan {
  /** False where no e-mail server is configured. */
  readonly isSetUp: boolean;
  /** How long a notification may stay unread, where its category says nothing else. */
  readonly afterMinutes: number;
}

/** Of one category, in the order of the columns `email_default, is_critical, email_minutes`. */
export const emailTermsOf = (category: Category, { afterMinutes }: EmailPlan) => ({
  isOnByDefault: category.channels[Channel.EMAIL],
  isCritical: category.priority === 'critical',
  minutes: category.emailAfterMinutes ?? afterMinutes,
});

// The two parts below belong into the statement that adds notifications, so that a notification and its e-mail are
// planned together or not at all, and who wants no e-mail costs no row and no job. They build on its CTEs `item`
// (user_id, id, content) and `content c` (no, category, application_id, email_default, is_critical, email_minutes).

/**
 * A value: why no e-mail is planned for the item, or null. It is looked at again before one is sent. Questions rather
 * than joins: most recipients are answered by the first, and each later one is a look into a primary key.
 */
export const emailSkipped = `case
        when (select u.email is null from users u where u.id = item.user_id) then 'NO_ADDRESS'
        when c.is_critical then null
        when c.application_id is not null and exists (select from muted_applications m
          where m.user_id = item.user_id and m.application_id = c.application_id) then 'MUTED'
        when not coalesce((select own.is_on from channel_choices own where own.user_id = item.user_id
          and own.category = c.category and own.channel = 'EMAIL'), c.email_default) then 'PREFERENCE_OFF'
      end`;

/**
 * CTEs that plan the e-mails of the rows in `n` and wake the worker when the first is due. The job's key is the user's,
 * and a job that stands already keeps its time: what comes until then goes into the same e-mail. `job` must be read by
 * the statement, or PostgreSQL leaves it out. Keys are in the order in which inboxes are locked.
 */
export const emailJobs = `planned as (
    insert into deliveries (notification_id, channel, user_id, due_at)
    select n.id, 'EMAIL', n.user_id, now() + make_interval(mins => c.email_minutes)
    from n join item on item.id = n.id join content c on c.no = item.content
    where n.email_skipped is null
    returning user_id, due_at
  ), job as (
    select graphile_worker.add_jobs(array_agg(
      (('${DELIVER_EMAIL}', json_build_object('userId', user_id), 'email:' || user_id, due_at, null, 'email:' || user_id,
        null, null)::graphile_worker.job_spec) order by user_id), true)
    from (select user_id, min(due_at) as due_at from planned group by user_id) p having count(*) > 0
  )`;
