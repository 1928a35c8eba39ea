import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { givenBy } from '../catalogue/wording/given.ts';
import type { Given } from '../catalogue/wording/arguments.ts';
import type { Wording, WordingReader } from '../catalogue/wording/wording.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { NotificationType } from '../inbox/notification.type.ts';
import { batched } from '../platform/graphql/batch.ts';
import type { Context } from '../users/context.ts';
import { readable } from '../platform/text/readable.ts';
import type { WordingReaders } from './wording-readers.ts';

type Say<T> = (wording: Wording, reader: WordingReader, given: Given) => T;

/**
 * What a declared type says, in its reader's language at the moment of reading. Not async: most rows have words of their
 * own, and a promise for each would cost more than the row.
 */
@Resolver(() => NotificationType)
export class WordedNotificationResolver {
  constructor(
    private readonly wordings: Pick<Wordings, 'find'>,
    private readonly readers: Pick<WordingReaders, 'find'>,
  ) {}

  @FieldResolver(() => String)
  title(@Root() row: NotificationRow, @Ctx() context: Context): string | Promise<string> {
    if (row.wording === null) return row.title;
    const said = this.say(row, context, (wording, reader, given) => wording.title(reader, given));
    return said.then((title) => title ?? readable(row.type));
  }

  @FieldResolver(() => String)
  message(@Root() row: NotificationRow, @Ctx() context: Context): string | Promise<string> {
    if (row.wording === null) return row.message;
    const said = this.say(row, context, (wording, reader, given) => wording.message(reader, given));
    return said.then((message) => message ?? '');
  }

  @FieldResolver(() => String, { nullable: true })
  url(@Root() row: NotificationRow, @Ctx() context: Context): string | null | Promise<string | null> {
    // What its sender said goes before what its type says.
    if (row.wording === null || row.url !== null) return row.url;
    const said = this.say(row, context, (wording, reader, given) => wording.url(reader, given));
    return said.then((url) => url ?? null);
  }

  /** Undefined where its words are not there, as after a restore of the database that lost them. */
  private async say<T>(row: NotificationRow, context: Context, say: Say<T>): Promise<T | undefined> {
    const [wording, reader] = await Promise.all([
      this.wordings.find(row.wording!),
      batched(context, this.readersOf, row.userId),
    ]);
    return wording && say(wording, reader!, givenBy(row));
  }

  private readonly readersOf = (userIds: readonly string[]) =>
    Promise.all(userIds.map((userId) => this.readers.find(userId)));
}
