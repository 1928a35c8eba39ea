import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ApplicationReader } from './applications/application.reader.ts';
import type { InboxChangeLog } from './inbox/inbox.change-log.ts';
import type { InboxService } from './inbox/inbox.service.ts';
import { NodeType } from './platform/graphql/node.type.ts';
import { preferencesId, type PreferencesReader } from './preferences/preferences.reader.ts';
import type { Context } from './users/context.ts';

/** Finds any of the caller's things by its id. The one resolver that knows every feature. */
@Resolver()
export class NodeResolver {
  constructor(
    private readonly inboxes: InboxService,
    private readonly changes: InboxChangeLog,
    private readonly applications: ApplicationReader,
    private readonly preferences: PreferencesReader,
  ) {}

  @Authorized()
  @Query(() => NodeType, {
    nullable: true,
    description: "One of the caller's notifications or applications, their inbox or preferences; else null.",
  })
  async node(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'The id of a node.' }) id: string,
  ): Promise<object | null> {
    if (id === preferencesId(viewer!.id))
      return { ...(await this.preferences.read(viewer!.id)), __typename: 'Preferences' };
    const notification = await this.inboxes.find(viewer!.id, id);
    if (notification) return { ...notification, __typename: 'Notification' };
    const [application] = await this.applications.byIds(viewer!.id, [id]);
    if (application) return { ...application, __typename: 'Application' };
    const inbox = await this.changes.state(viewer!.id);
    return inbox?.id === id.toLowerCase() ? { ...inbox, __typename: 'Inbox' } : null;
  }
}
