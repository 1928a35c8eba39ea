/** What somebody on the other side has taken. */
export interface Arrival {
  /** What they can deduplicate by. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** The other side of a channel, as the verdict looks at it. */
export interface OtherSide {
  readonly arrivals: readonly Arrival[];
  readonly refusedIds: ReadonlySet<string>;
  readonly tries: number;
  /** Who could not be reached there any more, at some time. */
  readonly goneUserIds?: ReadonlySet<string>;
}
