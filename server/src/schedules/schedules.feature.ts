import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { personalInSchedules } from './personal.ts';
import type { SendService } from '../sending/send.service.ts';
import { ScheduleReader } from './schedule.reader.ts';
import { ScheduleResolver } from './schedule.resolver.ts';
import { ScheduleService } from './schedule.service.ts';
import { sendDue } from './send-due.ts';
import { WaitingLimit } from './waiting-limit.ts';

export interface SchedulesNeeds {
  readonly sender: SendService;
  /** How many sends one service may have waiting. */
  readonly mostScheduled: number;
}

/** What is to be sent at a moment to come. */
export function createSchedules(
  { database, cursors, onTrouble }: Platform,
  { sender, mostScheduled }: SchedulesNeeds,
): Feature {
  const service = new ScheduleService(database, sender, new WaitingLimit(mostScheduled));
  return {
    personal: personalInSchedules,
    resolvers: [new ScheduleResolver(service, new ScheduleReader(database, cursors))],
    gauges: [
      {
        name: 'schedule_lag_seconds',
        help: 'For how long the oldest scheduled send that is due has been waiting.',
        read: () =>
          database.lookAtNumber(`select coalesce(extract(epoch from now() - min(at)), 0) as value
            from scheduled_sends where state = 'WAITING' and at <= now()`),
      },
    ],
    sweep: () => sendDue(database, { sender, onTrouble }),
    // As long as keys are kept: what is repeated by its key is not scheduled anew.
    past: { scheduled_sends: `ended_at < now() - interval '31 days'` },
  };
}
