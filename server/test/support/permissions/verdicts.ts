// What each may do with a field, found out by asking.
import type { GraphQLField } from 'graphql';
import { questionOf, type Question } from './questions.ts';
import type { Reply, Stage } from './stage.ts';
import type { Asker, World } from './world.ts';

/** `own`: only what is the caller's own, of something that others have too. */
type Verdict = 'yes' | 'own' | 'UNAUTHENTICATED' | 'FORBIDDEN';

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN'];
/** Two ids of nothing. */
const NOTHINGS = ['01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-000000000001'];

/** How a field answered to one caller. */
interface Heard {
  readonly code: string | undefined;
  /** Whether it shows what is theirs alone, or tells it from what is not there. */
  readonly isTheirs: boolean;
  /** Which of the ids that were asked about it told from those of nothing. */
  readonly told: readonly number[];
  /** What is others', as words. */
  readonly leaked: readonly string[];
}

export interface Row {
  readonly field: string;
  readonly verdicts: readonly Verdict[];
  /** Of services with one scope each: who is let in. */
  readonly scopes: readonly string[];
  readonly leaked: readonly string[];
}

export async function rowOf(
  stage: Stage,
  world: World,
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
): Promise<Row> {
  const question = questionOf(stage.schema, kind, field);
  const ways = { query: interrogate, mutation: interrogate, subscription: overhear };
  const heard = new Map<Asker, Heard>();
  const hear = async (asker: Asker, ids: readonly string[]): Promise<Heard> => {
    const answer = judge(world, asker, await ways[kind](stage, world, asker, question, ids));
    heard.set(asker, answer);
    return answer;
  };
  const newThings = async () => (question.asksForId ? world.newThings() : []);
  const told = new Set<number>();
  const things = await newThings();
  for (const owner of world.askers.filter(({ isOwner }) => isOwner))
    for (const place of (await hear(owner, things)).told) told.add(place);
  // An owner may have ended what was asked about, so strangers are asked about another of its kind.
  const others = told.size === 0 ? [] : (await newThings()).filter((_, place) => told.has(place));
  const strangers = world.askers.filter(({ isOwner }) => !isOwner);
  await Promise.all(strangers.map((asker) => hear(asker, others)));
  const scopes: string[] = [];
  for (const [scope, asker] of world.scoped) if (isLetIn(await hear(asker, []))) scopes.push(scope);
  const isPersonal = [...heard.values()].some(({ isTheirs }) => isTheirs);
  const verdictOf = ({ code }: Heard): Verdict =>
    REFUSALS.includes(code!) ? (code as Verdict) : isPersonal ? 'own' : 'yes';
  return {
    field: field.name,
    verdicts: world.askers.map((asker) => verdictOf(heard.get(asker)!)),
    scopes,
    leaked: world.askers.flatMap((asker) =>
      heard.get(asker)!.leaked.map((text) => `${asker.name} sees ${text}`),
    ),
  };
}

const isLetIn = ({ code }: Heard) => !REFUSALS.includes(code!);

/** The answers to a question about nothing, and then about each of the things. */
async function interrogate(
  { ask }: Stage,
  _world: World,
  { token }: Asker,
  { document, variables, asksForId }: Question,
  ids: readonly string[],
): Promise<Reply[]> {
  const replies = [];
  for (const id of asksForId && ids.length > 0 ? [...NOTHINGS, ...ids] : NOTHINGS.slice(1)) {
    const reply = await ask(token, document, variables(id));
    replies.push({ ...reply, text: reply.text.replaceAll(id, 'what was asked for') });
    if (REFUSALS.includes(reply.code!)) break;
  }
  return replies;
}

async function overhear(
  { listen }: Stage,
  world: World,
  asker: Asker,
  { document, variables }: Question,
): Promise<Reply[]> {
  return listen(asker.token, document, variables(NOTHINGS[0]!), () => world.ring(asker));
}

function judge({ marks }: World, { id, isOwner }: Asker, replies: readonly Reply[]): Heard {
  const [aboutNothing, aboutNothingElse, ...aboutThings] = replies;
  const seen = marks.filter(({ text }) => replies.some((reply) => reply.text.includes(text)));
  // Where it differs even about nothing, it says nothing that it differs about things.
  const canTell = aboutNothing!.text === aboutNothingElse?.text;
  const told = aboutThings.flatMap(({ text }, place) =>
    canTell && text !== aboutNothing!.text ? [place] : [],
  );
  return {
    code: aboutNothing!.code,
    isTheirs: seen.some(({ owners }) => owners.includes(id)) || (isOwner === true && told.length > 0),
    told,
    leaked: [
      ...seen.filter(({ owners }) => !owners.includes(id)).map(({ text }) => text),
      ...(told.length > 0 && !isOwner ? ['that something is there'] : []),
    ],
  };
}
