export type FakeRow = {
  id: string;
  seq: number;
  changeSeq: number;
  title: string;
  message: string;
  url: string | null;
  createdAt: string;
  readAt: string | null;
  archivedAt: string | null;
  type: string;
  category: string;
  application: FakeApplication | null;
};

type FakeApplication = { id: string; title: string };

/** What of a notification depends on nothing but itself, as the schema has it. */
export const shapeOf = (row: FakeRow) => ({
  ...row,
  __typename: 'Notification',
  isRead: row.readAt !== null,
  application: row.application && {
    __typename: 'Application',
    ...row.application,
    status: 'SUBMITTED',
    decidedAt: null,
    reason: null,
    decidedBy: null,
  },
});
