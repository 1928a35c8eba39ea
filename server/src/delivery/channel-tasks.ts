import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Tasks } from '../platform/postgres/jobs.ts';
import { decideDue } from './decide.task.ts';
import { decideTask, sendTask } from './jobs.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import type { Sender } from './sender.ts';
import { sendMessage } from './send.task.ts';

export interface ChannelParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** What there is to do for a channel: decide what is due, and send. */
export function channelTasks(
  channel: OutgoingChannel,
  sender: Sender,
  { database, catalogue, metrics, now }: ChannelParts,
): Tasks {
  const count = (outcome: string) => metrics.messages.inc({ channel: channel.name, outcome });
  return {
    [decideTask(channel.name)]: decideDue(database, { channel, catalogue, now }),
    [sendTask(channel.name)]: sendMessage(database, { channel, sender, catalogue, now, count }),
  };
}
