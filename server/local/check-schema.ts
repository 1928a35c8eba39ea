// Fails when the schema breaks what the last release has promised, or is not written as the rest of it is.
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  Kind,
  parse,
  visit,
  type ASTNode,
  type GraphQLEnumType,
} from 'graphql';
import { inRepository } from './repository.ts';

const read = (file: string) => readFileSync(inRepository(file), 'utf8');

const now = read('schema.graphql');
const schema = buildSchema(now);
const errorCodes = schema.getType('ErrorCode') as GraphQLEnumType;
const released = buildSchema(read('server/local/released.graphql'));
const problems = findBreakingChanges(released, schema).map(({ description }) => `Breaks: ${description}`);

/** Names by their kind, and what their form is called. */
const FORMS: Partial<Record<Kind, [RegExp, string]>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: [/^[A-Z][a-zA-Z0-9]*$/, 'PascalCase'],
  [Kind.INTERFACE_TYPE_DEFINITION]: [/^[A-Z][a-zA-Z0-9]*$/, 'PascalCase'],
  [Kind.ENUM_TYPE_DEFINITION]: [/^[A-Z][a-zA-Z0-9]*$/, 'PascalCase'],
  [Kind.SCALAR_TYPE_DEFINITION]: [/^[A-Z][a-zA-Z0-9]*$/, 'PascalCase'],
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: [
    /^[A-Z][a-zA-Z0-9]*(Input|Filter|Ref)$/,
    'PascalCase, and Input, Filter or Ref at its end',
  ],
  [Kind.FIELD_DEFINITION]: [/^[a-z][a-zA-Z0-9]*$/, 'camelCase'],
  [Kind.INPUT_VALUE_DEFINITION]: [/^[a-z][a-zA-Z0-9]*$/, 'camelCase'],
  [Kind.ENUM_VALUE_DEFINITION]: [/^[A-Z][A-Z0-9_]*$/, 'CAPITALS'],
};

visit(parse(now), {
  enter(node: ASTNode) {
    const form = FORMS[node.kind];
    if (!form || !('name' in node) || !node.name) return;
    const name = node.name.value;
    if (!form[0].test(name)) problems.push(`${name} must be ${form[1]}`);
    if ('description' in node && !node.description?.value.trim() && !isRoot(name))
      problems.push(`${name} has no description`);
  },
  StringValue({ value }) {
    for (const [, errors] of value.replaceAll(/\([^)]*\)/g, '').matchAll(/\bErrors: ([^.]*)/g))
      for (const [code] of errors!.matchAll(/\b[A-Z]+(_[A-Z]+)*\b/g))
        if (code.length > 5 && !errorCodes.getValue(code)) problems.push(`${code} is no ErrorCode: ${value}`);
  },
  Directive(node) {
    if (node.name.value !== 'deprecated') return;
    const [reason] = node.arguments ?? [];
    const text = reason?.value.kind === Kind.STRING ? reason.value.value : '';
    if (!/^Use .+ Since \d{4}-\d{2}-\d{2}\.$/.test(text))
      problems.push(`A deprecation must say what to use and since when, “Use …. Since 2026-01-31.”: ${text}`);
  },
});

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function isRoot(name: string): boolean {
  return ['Query', 'Mutation', 'Subscription'].includes(name);
}
