import type { NotificationRowFragment } from '../generated/graphql.ts';
import { useWords } from '../words/use-words.tsx';
import { spoken } from '../words/words.ts';

type Props = { of: Pick<NotificationRowFragment, 'actors' | 'actorCount'> };

/** The server counts no further. */
const MOST_COUNTED = 100;

/** Who did it, the newest first: "Ana, Ben, Cleo and 2 others". */
export function ActorNames({ of: { actors, actorCount } }: Props) {
  const say = useWords();
  const more = actorCount - actors.length;
  const names = actors.map(({ name }) => name || say('ui.nameless'));
  const isMore = actorCount === MOST_COUNTED;
  const others = isMore
    ? say('notification.orMoreOthers', { count: more })
    : say('notification.others', { count: more });
  let place = 0;
  return new Intl.ListFormat(spoken(), { type: 'conjunction' })
    .formatToParts(more > 0 ? [...names, others] : names)
    .map(({ type, value }, index) =>
      type === 'element' && place++ < names.length ? <bdi key={index}>{value}</bdi> : value,
    );
}
