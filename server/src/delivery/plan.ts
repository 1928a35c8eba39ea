import { Channel, type Category } from '../catalogue/category.ts';
import { emailMinutes, type EmailSetup } from '../catalogue/email-setup.ts';
import { isAddressSql } from '../platform/text/address.ts';
import { choiceAgainstSql } from '../preferences/wants.ts';
import { DECIDE_DUE } from './jobs.ts';

/** Of one category: the columns `is_critical, ring_default, email_default, email_minutes`. */
export const filingOf = (category: Category, setup: EmailSetup) => ({
  isCritical: category.isCritical,
  ringsByDefault: category.channels[Channel.IN_APP],
  isEmailedByDefault: category.channels[Channel.EMAIL],
  emailMinutes: emailMinutes(category, setup),
});

// The two parts below belong into the statement that adds notifications, so that a notification and its e-mail are
// planned together or not at all, and who wants no e-mail costs no row and no job. They build on its CTEs `item`
// (user_id, id, content) and `content c` (no, category, subject_type, subject_id, email_default, is_critical, email_minutes).

/** A value: why no e-mail is planned for the item, or null. It is looked at again before one is sent. */
export const emailSkipped = `case
        when (select ${isAddressSql('u.email')} is not true from users u where u.id = item.user_id) then 'NO_ADDRESS'
        else ${choiceAgainstSql(Channel.EMAIL, 'c.email_default')}
      end`;

/**
 * CTEs that plan the e-mails of the rows in `n` and wake the worker when each is due. There is one job for a user and
 * waiting time: one that stands already keeps its time, which is early enough, since all with its key wait as long.
 * What waits already for
 * a row that has grown waits on (replan.ts). `job` must be read by the statement, or PostgreSQL leaves it out. Keys are in the order in which inboxes are locked.
 */
export const emailJobs = `wanted as materialized (
    select n.id, n.user_id, c.email_minutes, now() + make_interval(mins => c.email_minutes) as due_at
    from n join item on item.id = n.id join content c on c.no = item.content
    where n.email_skipped is null
  ), planned as (
    insert into deliveries (notification_id, channel, user_id, due_at) select id, 'EMAIL', user_id, due_at from wanted
    on conflict do nothing
  ), job as (
    select graphile_worker.add_jobs(array_agg(
      (('${DECIDE_DUE}', json_build_object('userId', user_id), null, due_at, null,
        'email:' || email_minutes || ':' || user_id, null, null)::graphile_worker.job_spec)
      order by user_id, email_minutes), true)
    from (select distinct user_id, email_minutes, due_at from wanted) p having count(*) > 0
  )`;
