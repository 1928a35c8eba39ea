import { z } from 'zod';
import { ActionStyle } from '../inbox/action.ts';
import { Severity } from '../inbox/severity.ts';
import { badInput } from '../platform/errors.ts';
import { momentOf } from '../platform/graphql/date-time.ts';
import type { SendInput } from '../sending/content.ts';

// What GraphQL's types say of the same input. Whether it can be sent is another question: see `checkContent`.
const id = z.union([z.string(), z.int()]).transform(String);
const text = z.string().nullish();
const dateTime = z.string().transform((given, context) => {
  const moment = momentOf(given);
  if (moment !== undefined) return moment;
  context.addIssue('must be a moment of the years 1 to 9999');
  return z.NEVER;
});

const intakeInput = z.strictObject({
  type: z.string(),
  ...{ category: text, title: text, message: text, url: text, imageUrl: text },
  severity: z.enum(Severity).nullish(),
  subject: z.strictObject({ type: z.string(), id, label: text, url: text }).nullish(),
  actor: z.strictObject({ id: id.nullish(), name: z.string(), imageUrl: text }).nullish(),
  // As it is: it may have members of any name.
  data: z.custom<object>((given) => typeof given === 'object' && !Array.isArray(given)).nullish(),
  actions: z
    .array(
      z.strictObject({
        ...{ id, label: z.string() },
        ...{ style: z.enum(ActionStyle).nullish(), asksForComment: z.boolean().nullish() },
      }),
    )
    .nullish(),
  requestKey: text,
  groupKey: text,
  expiresAt: dateTime.nullish(),
});

/**
 * What a host has said in SQL, as a service says it in GraphQL.
 * @param written as JSON
 * @throws BAD_USER_INPUT for what has another shape
 */
export function readInput(written: string): SendInput {
  const read = intakeInput.safeParse(JSON.parse(written));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw badInput(`${path.join('.')}: ${message}`, String(path[0]));
}
