import type { Given } from './arguments.ts';

type Named = { readonly name: string };

/** What of a notification its words are filled in with. */
export interface Worded {
  readonly data: object | null | undefined;
  readonly actor: Named | null | undefined;
  readonly subjectLabel: string | null | undefined;
  /** How many events it stands for; unset: one. */
  readonly count?: number;
  /** Of several events, who did it, newest first. */
  readonly actors?: readonly Named[] | null;
  readonly actorCount?: number | null;
}

/**
 * By the names that a wording has for it. These mean just this, whatever `data` calls so. Who is not there is blank, but
 * for the first: a wording that has the name of who did it is for what somebody did.
 */
export function givenBy({ data, actor, subjectLabel, count = 1, actors, actorCount }: Worded): Given {
  const [first, second, third] = actors ?? [actor];
  return {
    ...data,
    actor_name: first?.name,
    second_actor_name: second?.name ?? '',
    third_actor_name: third?.name ?? '',
    actor_count: actorCount ?? (first ? 1 : 0),
    subject_label: subjectLabel,
    count,
  };
}
