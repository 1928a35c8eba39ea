// Who may ask for a root field, in words, by the table that a test writes.

/** People, as the table calls one of each. */
const PEOPLE = new Map([
  ['candidate', 'candidates'],
  ['instructor', 'instructors'],
  ['admin', 'admins'],
]);
const REFUSED = ['U', 'F'];

/** @param page docs/permissions.md; gives for each root field who may ask for it */
export function callersOf(page: string): ReadonlyMap<string, string> {
  const callers = new Map<string, string>();
  let head: string[] = [];
  for (const line of page.split('\n').filter((text) => text.startsWith('|'))) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [first = '', ...verdicts] = cells;
    if (first === '') head = cells.slice(1);
    const field = /^`(\w+)`$/.exec(first)?.[1];
    if (field) callers.set(field, wordsOf(new Map(head.map((name, index) => [name, verdicts[index]!]))));
  }
  return callers;
}

function wordsOf(verdicts: ReadonlyMap<string, string>): string {
  if (!REFUSED.includes(verdicts.get('nobody')!)) return 'everybody, also without a token';
  const people = [...PEOPLE]
    .filter(([name]) => !REFUSED.includes(verdicts.get(name)!))
    .map(([, many]) => many);
  const scopes = verdicts.get('with scope')!;
  const callers = [
    people.length === PEOPLE.size ? 'whoever is signed in' : people.join(' and '),
    ...(scopes.startsWith('`') ? [`services with ${scopes.replaceAll(', ', ' or ')} in their scope`] : []),
  ].filter(Boolean);
  const isOwn = [...verdicts.values()].includes('own');
  return callers.reverse().join(', and ') + (isOwn ? '; each sees and changes what is theirs' : '');
}
