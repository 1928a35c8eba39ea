import { badInput } from '../errors.ts';
import { isUuid } from '../input.ts';
import type { Cursors } from './cursor.ts';
import type { PageInfo } from './page-info.type.ts';

interface Asked {
  /** The list's name, and whose it is: a cursor of another is refused. */
  readonly list: string;
  readonly readerId: string;
  readonly size: number;
  readonly after: string | null;
}

interface Read<Row> {
  /** The newest of those whose id is smaller, if one is given. */
  readonly rows: (olderThan: string | null, most: number) => Promise<Row[]>;
  /** How many have this id or a greater one. */
  readonly countFrom: (id: string) => Promise<number>;
}

/**
 * A page of a list whose ids are UUIDv7, so that their order is that of creation: newest first.
 * @throws BAD_USER_INPUT for a cursor of another list or reader
 */
export async function newestFirst<Row extends { id: string }>(
  cursors: Cursors,
  { list, readerId, size, after }: Asked,
  { rows, countFrom }: Read<Row>,
): Promise<{ edges: { node: Row; cursor: string }[]; pageInfo: PageInfo }> {
  const place = after === null ? null : cursors.decode(list, readerId, after);
  if (place !== null && !isUuid(place)) throw badInput('The cursor is not one of this list');
  // One more than is shown tells whether there are any.
  const found = await rows(place, size + 1);
  const edges = found
    .slice(0, size)
    .map((node) => ({ node, cursor: cursors.encode(list, readerId, node.id) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: place !== null && (await countFrom(place)) > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
