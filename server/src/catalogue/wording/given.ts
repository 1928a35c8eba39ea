import type { Given } from './arguments.ts';

/** What of a notification its words are filled in with. */
export interface Worded {
  readonly data: object | null | undefined;
  readonly actor: { readonly name: string } | null | undefined;
  readonly subjectLabel: string | null | undefined;
}

/** By the names that a wording has for it. These three mean just this, whatever `data` calls so. */
export const givenBy = ({ data, actor, subjectLabel }: Worded): Given => ({
  ...data,
  actor_name: actor?.name,
  subject_label: subjectLabel,
  count: 1,
});
