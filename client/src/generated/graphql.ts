/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How an action is to look. */
export type ActionStyle =
  /** What cannot be taken back, or hurts. */
  | 'DANGER'
  /** Like others. */
  | 'DEFAULT'
  /** What is done most often. */
  | 'PRIMARY';

/** How far an application is. */
export type ApplicationStatus =
  /** Decided: yes. */
  | 'APPROVED'
  /** Decided: no. */
  | 'REJECTED'
  /** Waits for its instructor. */
  | 'SUBMITTED';

/** A way to a reader besides the inbox itself, which has everything. */
export type Channel =
  /** Sent when it is still unread some minutes later. */
  | 'EMAIL'
  /** Rings: the pop-up, the sound, the system’s notification. */
  | 'IN_APP'
  /** To the reader’s browsers and phones, also when no page is open there. */
  | 'PUSH'
  /** To the reader’s phone number, when it is still unread some minutes later. */
  | 'SMS';

/** As for `setChannelPreference`. */
export type ChannelChangeInput = {
  /** The name of a category: 1 to 100 characters. */
  category: string;
  /** The channel. */
  channel: Channel;
  /** Null: as the category is declared. */
  isOn?: boolean | null | undefined;
};

/** Why a delivery is as it is. */
export type DeliveryReason =
  /** It was archived before. */
  | 'ARCHIVED'
  /** The reader has got as many e-mails as one may get in an hour. */
  | 'CAP'
  /** Its reader had deleted it, and has undone that since. */
  | 'DELETED'
  /** It waits for the end of the reader's do-not-disturb. */
  | 'DO_NOT_DISTURB'
  /** What it says had ceased to mean anything; it is about to be removed. */
  | 'EXPIRED'
  /** It could not be sent, too often. */
  | 'GAVE_UP'
  /** The reader had muted what it is about. */
  | 'MUTED'
  /** This installation sends no e-mails. */
  | 'NOT_SET_UP'
  /** No usable e-mail address of the reader is known. */
  | 'NO_ADDRESS'
  /** The reader had the channel off for its category. */
  | 'PREFERENCE_OFF'
  /** It waits for the end of the reader's quiet hours. */
  | 'QUIET_HOURS'
  /** It was read before. */
  | 'READ'
  /** The other side refused it for good. */
  | 'REFUSED'
  /** Its sender had taken it back. */
  | 'RETRACTED'
  /** It could not be sent; it is tried again. */
  | 'RETRYING'
  /** What it asks for was decided before, or its reader had opened what it is about. */
  | 'SETTLED'
  /** A page in view had shown it when it came. */
  | 'SHOWN'
  /** Its reader had snoozed it; when it comes back, this is decided anew. */
  | 'SNOOZED'
  /** The reader ended e-mails of its category by the link in one of them. */
  | 'UNSUBSCRIBED';

/** How far a notification has come on a channel. */
export type DeliveryStatus =
  /** In the inbox. */
  | 'DELIVERED'
  /** The other side did not take it, and it is not tried again by itself. */
  | 'FAILED'
  /** It was due, and waits longer. */
  | 'HELD'
  /** The other side has taken it. */
  | 'SENT'
  /** It is not sent. */
  | 'SKIPPED'
  /** It is looked at when it is due: whether it is still unread, and wanted. */
  | 'WAITING';

/** As for `setDigestTime`. */
export type DigestTimeChangeInput = {
  /** 0 to 23; null: as it was. */
  hour?: number | null | undefined;
  /** Of weekly ones; null: as it was. */
  weekday?: Weekday | null | undefined;
};

/** As for `setDoNotDisturb`. It is rehearsed as if it had been on in the same hours of the last four weeks. */
export type DoNotDisturbChangeInput = {
  /** Null: it had never been on. */
  until?: string | null | undefined;
};

/** What a reader does with notifications. What it would not change is passed over. */
export type InboxAct =
  /** Puts them into the archive, out of the inbox and its counters. */
  | 'ARCHIVE'
  /** Removes them; for good, once it cannot be undone any more. */
  | 'DELETE'
  /** Pins them: 50 at most in an inbox. */
  | 'PIN'
  /** Marks them read. */
  | 'READ'
  /** Puts them away until a moment; then they come to the top, unread again. */
  | 'SNOOZE'
  /** Takes them back out of the archive. */
  | 'UNARCHIVE'
  /** Unpins them. */
  | 'UNPIN'
  /** Marks them unread again. */
  | 'UNREAD'
  /** Takes what is snoozed back into the inbox, to where it was. */
  | 'UNSNOOZE';

/** A language that Carillon speaks by itself. */
export type Language =
  /** Arabic, from right to left. */
  | 'AR'
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** Narrows a list. What is not said, or null, does not narrow. */
export type NotificationFilter = {
  /** Only these categories, 50 at most. */
  categories?: Array<string> | null | undefined;
  /** Only what is pinned, or only what is not. */
  isPinned?: boolean | null | undefined;
  /** Only what has all these words in its title, message, subject or the names of who did it, as its reader reads them: each from its beginning on, or in another form of it. Case, accents and other signs make no difference. 1 to 200 characters; where there is no word in it, nothing has it. A notification can be found within 5 seconds. */
  search?: string | null | undefined;
  /** Only these. */
  severities?: Array<Severity> | null | undefined;
  /** Only what was saved then or later; of several events, the newest of them. */
  since?: string | null | undefined;
  /** `INBOX` if not said. */
  state?: NotificationState | null | undefined;
  /** Only what is about this. */
  subject?: SubjectRef | null | undefined;
  /** Only these types, 50 at most. */
  types?: Array<string> | null | undefined;
  /** Only what was saved before. */
  until?: string | null | undefined;
};

/** Which part of an inbox. */
export type NotificationState =
  /** The inbox, the archive, and what is snoozed. */
  | 'ALL'
  /** What is archived. */
  | 'ARCHIVED'
  /** What is neither archived nor snoozed. */
  | 'INBOX'
  /** Of the inbox, what is read. */
  | 'READ'
  /** What is snoozed. */
  | 'SNOOZED'
  /** Of the inbox, what is unread. */
  | 'UNREAD';

/** Something that a reader did without a line to the server. */
export type OfflineActInput = {
  /** What was done; of an undo: what is taken back. */
  act: InboxAct;
  /** The `counts.epoch` that the reader saw. */
  epoch: string;
  /** Without ids; the inbox if not said. */
  filter?: NotificationFilter | null | undefined;
  /** A UUID that its device has made up. The act is done once for each. */
  id: string | number;
  /** To these; 200 at most in all acts of a call. Null: to all that the filter lets through, but for `PIN`. */
  ids?: Array<string | number> | null | undefined;
  /** The `counts.seq` that the reader saw. */
  sawSeq: number;
  /** It takes back this act, which its device has done before: what that changed is as it was, but for what was changed since. Nothing else is said then of what it is about. */
  undoes?: string | number | null | undefined;
  /** Of `SNOOZE`, which needs it: a year ahead at most. It may be over by now. */
  until?: string | null | undefined;
  /** Without ids: only up to this; `sawSeq` if not said. */
  upToSeq?: number | null | undefined;
};

/** Why an act that was done offline was not done after all. */
export type OverruledBecause =
  /** It was archived since. */
  | 'ARCHIVED'
  /** It was marked otherwise since. */
  | 'CHANGED'
  /** It is there no more. */
  | 'DELETED'
  /** The server was restored since; nobody knows what the reader saw. */
  | 'EPOCH'
  /** As many are pinned as may be. */
  | 'FULL'
  /** It came to the top again since: there is more in it than the reader saw. */
  | 'GROWN'
  /** It was brought back since. */
  | 'RESTORED'
  /** It was snoozed since; what was to be snoozed, for longer. */
  | 'SNOOZED';

/** How soon what is still unread is sent. */
export type Pace =
  /** In a digest, once a day. */
  | 'DAILY'
  /** As soon as its category says. */
  | 'NOW'
  /** In a digest, once a week. */
  | 'WEEKLY';

/** As for `setPace`. */
export type PaceChangeInput = {
  /** The name of a category: 1 to 100 characters. */
  category: string;
  /** `EMAIL`: others have no digests. */
  channel: Channel;
  /** Null: at once. */
  pace?: Pace | null | undefined;
};

/** What would be changed: exactly one of these. */
export type PreferenceChangeInput = {
  /** Whether a category comes by a channel. */
  channel?: ChannelChangeInput | null | undefined;
  /** When digests come. */
  digestTime?: DigestTimeChangeInput | null | undefined;
  /** Until when nothing disturbs. */
  doNotDisturb?: DoNotDisturbChangeInput | null | undefined;
  /** Nothing about it rings or is sent. */
  mute?: SubjectRef | null | undefined;
  /** How soon a category is sent. */
  pace?: PaceChangeInput | null | undefined;
  /** When it is quiet. */
  quietHours?: QuietHoursChangeInput | null | undefined;
  /** True: as `resetPreferences`. */
  reset?: boolean | null | undefined;
  /** As for `setTimeZone`: an IANA name, by whose clock digests come and it is quiet. */
  timeZone?: string | null | undefined;
  /** It rings and is sent. */
  unmute?: SubjectRef | null | undefined;
};

/** What a browser says of its subscription (`PushSubscription.toJSON()`). */
export type PushEndpointInput = {
  /** Its `keys.auth`. */
  auth: string;
  /** An https address of a push service that is known here. */
  endpoint: string;
  /** Its `keys.p256dh`. */
  p256dh: string;
};

/** As for `setQuietHours`. */
export type QuietHoursChangeInput = {
  /** The first quiet minute; null like `until`: never. */
  from?: string | null | undefined;
  /** The first minute that is not quiet any more. */
  until?: string | null | undefined;
  /** 1 to 7 days; null: every day. */
  weekdays?: Array<Weekday> | null | undefined;
};

/** Whether a notification rings, or why not: decided when it comes, and kept. */
export type Ring =
  /** Not by itself: the reader is not to be disturbed. Tell it with others when that ends. */
  | 'DO_NOT_DISTURB'
  /** Not: the reader has muted what it is about. */
  | 'MUTED'
  /** Not: its category does not ring for the reader. */
  | 'PREFERENCE_OFF'
  /** Not by itself: it is quiet. Tell it with others when that ends. */
  | 'QUIET_HOURS'
  /** It rings. */
  | 'RANG';

/** What a user is here for; it comes from the `role` claim of the token. */
export type Role =
  /** Runs the deployment. */
  | 'ADMIN'
  /** Submits applications. Whoever has no `role` claim is a candidate. */
  | 'CANDIDATE'
  /** Decides on the applications that were submitted to them. */
  | 'INSTRUCTOR';

/** How much it matters, as its sender says. It passes nothing that the reader chose. */
export type Severity =
  /** Should be seen soon. */
  | 'HIGH'
  /** Good to know. */
  | 'LOW'
  /** Like most. */
  | 'NORMAL'
  /** Should be seen now. */
  | 'URGENT';

/** Something that notifications are about. */
export type SubjectRef = {
  /** Its id: 255 characters at most. */
  id: string | number;
  /** What kind of thing, as its host calls it: 100 characters at most. */
  type: string;
};

/** A new application. */
export type SubmitApplicationInput = {
  /** One of `instructors`. */
  instructorId: string | number;
  /** Plain text, 1 to 200 characters. */
  title: string;
};

/** A day of the week, in the reader’s time zone. */
export type Weekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

export type ApplicationCardFragment = { id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null };

export type ApplicationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: ApplicationStatus | null | undefined;
}>;


export type ApplicationsQuery = { applications: { edges: Array<{ node: { id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ApplicationQueryVariables = Exact<{
  id: string | number;
}>;


export type ApplicationQuery = { application: { isMuted: boolean, id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null } | null };

export type InstructorsQueryVariables = Exact<{ [key: string]: never; }>;


export type InstructorsQuery = { instructors: Array<{ id: string, name: string, role: Role }> };

export type SubmitApplicationMutationVariables = Exact<{
  input: SubmitApplicationInput;
}>;


export type SubmitApplicationMutation = { submitApplication: { application: { id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null } } | null };

export type ApproveApplicationMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type ApproveApplicationMutation = { approveApplication: { application: { id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null } } | null };

export type RejectApplicationMutationVariables = Exact<{
  id: string | number;
  reason?: string | null | undefined;
}>;


export type RejectApplicationMutation = { rejectApplication: { application: { id: string, title: string, status: ApplicationStatus, createdAt: string, decidedAt: string | null, reason: string | null, candidate: { id: string, name: string, role: Role }, instructor: { id: string, name: string, role: Role }, decidedBy: { id: string, name: string, role: Role } | null } } | null };

export type MarkAsReadMutationVariables = Exact<{
  id: string | number;
}>;


export type MarkAsReadMutation = { markAsRead: { undoId: string | null, notification: { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type MarkAsUnreadMutationVariables = Exact<{
  id: string | number;
}>;


export type MarkAsUnreadMutation = { markAsUnread: { undoId: string | null, notification: { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type MarkNotificationsAsReadMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MarkNotificationsAsReadMutation = { markNotificationsAsRead: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type MarkNotificationsAsUnreadMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MarkNotificationsAsUnreadMutation = { markNotificationsAsUnread: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type PerformActionMutationVariables = Exact<{
  id: string | number;
  actionId: string | number;
  comment?: string | null | undefined;
}>;


export type PerformActionMutation = { performAction: { notification: { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type MarkAllAsReadMutationVariables = Exact<{
  upToSeq?: number | null | undefined;
  filter?: NotificationFilter | null | undefined;
}>;


export type MarkAllAsReadMutation = { markAllAsRead: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type OpenSubjectMutationVariables = Exact<{
  subject: SubjectRef;
}>;


export type OpenSubjectMutation = { openSubject: { affectedCount: number, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type ArchiveNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ArchiveNotificationsMutation = { archiveNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type UnarchiveNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type UnarchiveNotificationsMutation = { unarchiveNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type DeleteNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type DeleteNotificationsMutation = { deleteNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type SnoozeNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
  until: string;
}>;


export type SnoozeNotificationsMutation = { snoozeNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type UnsnoozeNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type UnsnoozeNotificationsMutation = { unsnoozeNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type PinNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type PinNotificationsMutation = { pinNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type UnpinNotificationsMutationVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type UnpinNotificationsMutation = { unpinNotifications: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type ActOnAllMutationVariables = Exact<{
  act: InboxAct;
  upToSeq: number;
  filter?: NotificationFilter | null | undefined;
  until?: string | null | undefined;
}>;


export type ActOnAllMutation = { actOnAll: { affectedCount: number, undoId: string | null, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type UndoMutationVariables = Exact<{
  id: string | number;
}>;


export type UndoMutation = { undo: { affectedCount: number, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type DeltaFieldsFragment = { epoch: string, fromSeq: number, toSeq: number, removedIds: Array<string>, hasMore: boolean, resync: boolean, upserted: Array<{ id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }>, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } };

export type MissedChangesQueryVariables = Exact<{
  afterSeq: number;
  epoch?: string | null | undefined;
}>;


export type MissedChangesQuery = { inboxChanges: { epoch: string, fromSeq: number, toSeq: number, removedIds: Array<string>, hasMore: boolean, resync: boolean, upserted: Array<{ id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }>, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } };

export type InboxChangesSubscriptionVariables = Exact<{
  afterSeq?: number | null | undefined;
  epoch?: string | null | undefined;
}>;


export type InboxChangesSubscription = { inboxChanges: { epoch: string, fromSeq: number, toSeq: number, removedIds: Array<string>, hasMore: boolean, resync: boolean, upserted: Array<{ id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null }>, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } };

export type MarkAllAsShownMutationVariables = Exact<{
  upToSeq: number;
}>;


export type MarkAllAsShownMutation = { markAllAsShown: { inbox: { id: string } } | null };

export type NotificationRowFragment = { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null };

export type ActionFragment = { actionId: string, label: string, style: ActionStyle, asksForComment: boolean };

export type InboxSummaryFragment = { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } };

export type CountsFragment = { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, role: Role } };

export type InboxQueryVariables = Exact<{ [key: string]: never; }>;


export type InboxQuery = { inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } };

export type NotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: NotificationFilter | null | undefined;
}>;


export type NotificationsQuery = { notifications: { edges: Array<{ node: { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } };

export type NotificationQueryVariables = Exact<{
  id: string | number;
}>;


export type NotificationQuery = { notification: { id: string, seq: number, changeSeq: number, type: string, category: string, title: string, message: string, url: string | null, createdAt: string, count: number, readAt: string | null, isRead: boolean, archivedAt: string | null, snoozedUntil: string | null, isPinned: boolean, settledAt: string | null, editedAt: string | null, retractedAt: string | null, isEscalated: boolean, ring: Ring | null, severity: Severity, imageUrl: string | null, actorCount: number, subject: { type: string, subjectId: string, label: string | null, url: string | null } | null, actors: Array<{ actorId: string | null, name: string, imageUrl: string | null }>, actions: Array<{ actionId: string, label: string, style: ActionStyle, asksForComment: boolean }>, outcome: { at: string, comment: string | null, action: { label: string, style: ActionStyle }, by: { actorId: string | null, name: string } } | null, application: { id: string, status: ApplicationStatus } | null } | null };

export type CursorQueryVariables = Exact<{
  id: string | number;
}>;


export type CursorQuery = { notification: { id: string, cursor: string } | null };

export type RecentActsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecentActsQuery = { recentActs: Array<{ id: string, act: InboxAct, affectedCount: number, at: string }> };

export type MarkAllAsSeenMutationVariables = Exact<{
  upToSeq: number;
}>;


export type MarkAllAsSeenMutation = { markAllAsSeen: { inbox: { id: string, counts: { epoch: string, seq: number, unread: number, unseen: number, categories: Array<{ category: string, unread: number, isRest: boolean }> } } } | null };

export type MergeOfflineActsMutationVariables = Exact<{
  device: string | number;
  acts: Array<OfflineActInput> | OfflineActInput;
}>;


export type MergeOfflineActsMutation = { mergeOfflineActs: { overruled: Array<{ actId: string, notificationId: string, because: OverruledBecause }>, inbox: { id: string, counts: { seq: number } } } | null };

export type DeliveriesQueryVariables = Exact<{
  id: string | number;
}>;


export type DeliveriesQuery = { notification: { id: string, deliveries: Array<{ channel: Channel, status: DeliveryStatus, reason: DeliveryReason | null, reasonNow: DeliveryReason | null, detail: string | null, at: string | null, dueAt: string | null }> } | null };

export type SetChannelPreferenceMutationVariables = Exact<{
  category: string;
  channel: Channel;
  isOn?: boolean | null | undefined;
}>;


export type SetChannelPreferenceMutation = { setChannelPreference: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetPaceMutationVariables = Exact<{
  category: string;
  channel: Channel;
  pace?: Pace | null | undefined;
}>;


export type SetPaceMutation = { setPace: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetDigestTimeMutationVariables = Exact<{
  hour?: number | null | undefined;
  weekday?: Weekday | null | undefined;
}>;


export type SetDigestTimeMutation = { setDigestTime: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type ResetPreferencesMutationVariables = Exact<{ [key: string]: never; }>;


export type ResetPreferencesMutation = { resetPreferences: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetQuietHoursMutationVariables = Exact<{
  from?: string | null | undefined;
  until?: string | null | undefined;
  weekdays?: Array<Weekday> | Weekday | null | undefined;
}>;


export type SetQuietHoursMutation = { setQuietHours: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetLanguageMutationVariables = Exact<{
  language: Language;
}>;


export type SetLanguageMutation = { setLanguage: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetPushContentMutationVariables = Exact<{
  isShown: boolean;
}>;


export type SetPushContentMutation = { setPushContent: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type PreferencesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PreferencesChangedSubscription = { preferencesChanged: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } };

export type SmsCountriesQueryVariables = Exact<{ [key: string]: never; }>;


export type SmsCountriesQuery = { smsCountries: Array<string> };

export type SetPhoneNumberMutationVariables = Exact<{
  number?: string | null | undefined;
}>;


export type SetPhoneNumberMutation = { setPhoneNumber: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type ConfirmPhoneNumberMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmPhoneNumberMutation = { confirmPhoneNumber: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type PreferencesFieldsFragment = { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } };

export type SetDoNotDisturbMutationVariables = Exact<{
  until?: string | null | undefined;
}>;


export type SetDoNotDisturbMutation = { setDoNotDisturb: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type MuteSubjectMutationVariables = Exact<{
  subject: SubjectRef;
}>;


export type MuteSubjectMutation = { muteSubject: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type UnmuteSubjectMutationVariables = Exact<{
  subject: SubjectRef;
}>;


export type UnmuteSubjectMutation = { unmuteSubject: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type SetTimeZoneMutationVariables = Exact<{
  timeZone: string;
}>;


export type SetTimeZoneMutation = { setTimeZone: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type PushPublicKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type PushPublicKeyQuery = { pushPublicKey: string | null };

export type RegisterPushEndpointMutationVariables = Exact<{
  input: PushEndpointInput;
}>;


export type RegisterPushEndpointMutation = { registerPushEndpoint: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type RemovePushEndpointMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePushEndpointMutation = { removePushEndpoint: { preferences: { id: string, language: Language, isLanguageChosen: boolean, timeZone: string, isTimeZoneChosen: boolean, digestHour: number, digestWeekday: Weekday, doNotDisturbUntil: string | null, hasEmailAddress: boolean, phoneNumber: string | null, isPhoneNumberConfirmed: boolean, isPhoneNumberStopped: boolean, isPushContentShown: boolean, quietWeek: Array<{ weekdays: Array<Weekday>, from: string, until: string }>, pushEndpoints: Array<{ id: string, createdAt: string, isThisSession: boolean }>, categories: Array<{ category: string, title: string, isCritical: boolean, emailAfterMinutes: number, channels: Array<{ channel: Channel, isOn: boolean, isDefault: boolean, pace: Pace }> }>, mutedSubjects: Array<{ type: string, subjectId: string, label: string | null, url: string | null }> } } | null };

export type RehearsalQueryVariables = Exact<{
  change: PreferenceChangeInput;
}>;


export type RehearsalQuery = { rehearsal: { days: number, lookedAtCount: number, isComplete: boolean, channels: Array<{ channel: Channel, moreCount: number, fewerCount: number, fewerReadCount: number, movedCount: number, unknownCount: number }>, examples: Array<{ id: string, title: string }> } };

export type TopicFieldsFragment = { name: string, title: string, isFollowed: boolean };

export type OpenTopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenTopicsQuery = { openTopics: Array<{ name: string, title: string, isFollowed: boolean }> };

export type FollowTopicMutationVariables = Exact<{
  topic: string;
}>;


export type FollowTopicMutation = { followTopic: { topic: { name: string, title: string, isFollowed: boolean } } | null };

export type UnfollowTopicMutationVariables = Exact<{
  topic: string;
}>;


export type UnfollowTopicMutation = { unfollowTopic: { topic: { name: string, title: string, isFollowed: boolean } } | null };

export type ExportUserQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportUserQuery = { exportUser: { url: string } };

export type SessionFieldsFragment = { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } } | null };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, viewer: { id: string, name: string, role: Role } } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean | null };
