// docs/permissions.md, as it is written from the verdicts.
import { format } from 'prettier';
import type { Row } from './verdicts.ts';

const HEAD = `# Who may do what

Written by a test, which asks every field of the schema as each of these, and fails where the answer is another than the one here: \`npm test -- permissions\` writes it anew. What is below root fields is seen with them.

- **yes**: it is answered. Whether the arguments are right is another matter.
- **own**: it is answered, of the caller's own things alone; of those of others as if they were not there.
- **U** is \`UNAUTHENTICATED\`, **F** is \`FORBIDDEN\`.
- A **token without scope** is read as one of a candidate. **With scope**: what of its scope lets it in, where not every token is let in. A **service key** here has all scopes.

`;

const SHORT = new Map<string, string>([
  ['UNAUTHENTICATED', 'U'],
  ['FORBIDDEN', 'F'],
]);

export const SCOPE_COLUMN = 'with scope';
const BEFORE = 'service key';

export function tableOf(
  askers: readonly string[],
  scopes: readonly string[],
  parts: ReadonlyMap<string, readonly Row[]>,
): Promise<string> {
  const place = askers.indexOf(BEFORE);
  const columns = askers.toSpliced(place, 0, SCOPE_COLUMN);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const sections = [...parts].map(([title, rows]) =>
    [
      `## ${title}\n`,
      line(['', ...columns]),
      line(['-', ...columns.map(() => '-')]),
      ...rows.map(({ field, verdicts, scopes: letIn }) => {
        const cells = verdicts.map((verdict) => SHORT.get(verdict) ?? verdict);
        const withScope =
          letIn.length === 0
            ? 'F'
            : letIn.length === scopes.length
              ? cells[place - 1]!
              : letIn.map((scope) => `\`${scope}\``).join(', ');
        return line([`\`${field}\``, ...cells.toSpliced(place, 0, withScope)]);
      }),
    ].join('\n'),
  );
  return format(HEAD + sections.join('\n\n'), { parser: 'markdown', printWidth: 110 });
}
