import { badInput } from '../platform/errors.ts';
import { isUuid } from '../platform/input.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { momentOf } from '../platform/graphql/date-time.ts';
import type { PageInfo } from '../platform/graphql/page-info.type.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { scheduledColumns, ScheduledState, type Scheduled } from './scheduled.ts';

const LIST = 'scheduled';

/** What its sender may still do something about. */
const USUAL = [ScheduledState.WAITING, ScheduledState.FAILED];

export interface ScheduledPage {
  edges: { node: Scheduled; cursor: string }[];
  pageInfo: PageInfo;
}

interface Place {
  readonly at: string;
  readonly id: string;
}

/** What a service has scheduled. Every read names the service. */
export class ScheduleReader {
  constructor(
    private readonly sql: Sql,
    private readonly cursors: Cursors,
  ) {}

  /**
   * What is due first comes first.
   * @param state null: what waits, and what failed
   * @throws BAD_USER_INPUT for a cursor of another list or service
   */
  async page(
    service: string,
    size: number,
    after: string | null,
    state: ScheduledState | null,
  ): Promise<ScheduledPage> {
    const states = state === null ? USUAL : [state];
    const place = after === null ? null : placeOf(this.cursors.decode(LIST, service, after));
    // One more than is shown tells whether there are any.
    const found = await this.sql.query<Scheduled>(
      `select ${scheduledColumns} from scheduled_sends
       where service = $1 and state = any($2::text[]) and ($3::timestamptz is null or (at, id) > ($3::timestamptz, $4::uuid))
       order by at, id limit $5`,
      [service, states, place?.at ?? null, place?.id ?? null, size + 1],
    );
    const edges = found
      .slice(0, size)
      .map((node) => ({ node, cursor: this.cursors.encode(LIST, service, `${node.at} ${node.id}`) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: place !== null && (await this.isAnyUpTo(service, states, place)),
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  private async isAnyUpTo(
    service: string,
    states: readonly ScheduledState[],
    { at, id }: Place,
  ): Promise<boolean> {
    const before = await this.sql.query(
      `select from scheduled_sends
       where service = $1 and state = any($2::text[]) and (at, id) <= ($3::timestamptz, $4::uuid) limit 1`,
      [service, states, at, id],
    );
    return before.length > 0;
  }
}

function placeOf(text: string): Place {
  const [at = '', id = ''] = text.split(' ');
  if (momentOf(at) === undefined || !isUuid(id)) throw badInput('The cursor is not one of this list');
  return { at, id };
}
