/**
 * What an operation costs: the values that its answer has at most, a long text counted as several. As it stands in the
 * document, but for the pages whose size a variable says.
 */
export interface Formula {
  readonly points: number;
  /** Of introspection, which is counted apart. */
  readonly introspection: number;
  readonly pages: readonly Page[];
}

export interface Page {
  readonly size: (variables: Variables) => number;
  readonly each: Formula;
}

export type Variables = Readonly<Record<string, unknown>>;

export const NOTHING: Formula = { points: 0, introspection: 0, pages: [] };

export const plus = (a: Formula, b: Formula): Formula => ({
  points: a.points + b.points,
  introspection: a.introspection + b.introspection,
  pages: b.pages.length > 0 ? [...a.pages, ...b.pages] : a.pages,
});

export const times = ({ points, introspection, pages }: Formula, count: number): Formula => ({
  points: points * count,
  introspection: introspection * count,
  pages: pages.map(({ size, each }) => ({ size, each: times(each, count) })),
});

/** With these variables; takes a step for each page. */
export function pointsOf({ points, pages }: Formula, variables: Variables): number {
  let sum = points;
  for (const { size, each } of pages) sum += size(variables) * pointsOf(each, variables);
  return sum;
}
