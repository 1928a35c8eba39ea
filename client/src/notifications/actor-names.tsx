import type { NotificationRowFragment } from '../generated/graphql.ts';

type Props = { of: Pick<NotificationRowFragment, 'actors' | 'actorCount'> };

/** The server counts no further. */
const MOST_COUNTED = 100;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Who did it, the newest first: "Ana, Ben, Cleo and 2 others". */
export function ActorNames({ of: { actors, actorCount } }: Props) {
  const more = actorCount - actors.length;
  const names = actors.map(({ name }) => name);
  const others = more > 0 ? [othersOf(more, actorCount === MOST_COUNTED)] : [];
  let place = 0;
  return list
    .formatToParts([...names, ...others])
    .map(({ type, value }, index) =>
      type === 'element' && place++ < names.length ? <bdi key={index}>{value}</bdi> : value,
    );
}

function othersOf(count: number, isMore: boolean): string {
  if (isMore) return `${count} or more others`;
  return count === 1 ? 'one other' : `${count} others`;
}
