// Who asks, and what is theirs.
import { candidate, instructor, mint } from '../token.ts';
import { SCOPES } from '../../../src/users/viewer.ts';
import type { Reply, Stage } from './stage.ts';

/** One who asks: `none` is nobody. */
export interface Asker {
  readonly name: string;
  readonly id: string;
  readonly token: string | undefined;
  /** Has things that the others are asked about. */
  readonly isOwner?: true;
}

/** A text that only these may ever read. */
interface Mark {
  readonly text: string;
  readonly owners: readonly string[];
}

export interface World {
  readonly askers: readonly Asker[];
  /** Services with one scope each, by its name. */
  readonly scoped: ReadonlyMap<string, Asker>;
  readonly marks: readonly Mark[];
  /** Things of rosa's, of iris's and of the first service's, made anew: what was deleted or decided before is not met. */
  newThings(): Promise<readonly string[]>;
  /** Something happens to somebody. */
  ring(asker: Asker): Promise<unknown>;
}

const NAME = 'Rosa of the marks';
const NOTIFICATION = 'A notification of rosa’s';
const APPLICATION = 'An application of rosa’s to iris';
const HOOK = 'https://127.0.0.1/hooks/of-the-first';

export async function openWorld({ ask }: Stage): Promise<World> {
  const admin = mint({ sub: 'ada', role: 'ADMIN' });
  const rosa = candidate('rosa', { name: NAME });
  const iris = instructor('iris');
  const keyOf = async (service: string) => {
    const { data } = await ask(
      admin,
      'mutation ($service: String!, $scopes: [String!]!) { createServiceKey(service: $service, name: "k", scopes: $scopes) { secret } }',
      { service, scopes: SCOPES },
    );
    return (data as { createServiceKey: { secret: string } }).createServiceKey.secret;
  };
  const first = await keyOf('first');
  const second = await keyOf('second');
  const idsOf = async (token: string) => {
    const { data } = await ask(token, '{ inbox { id } preferences { id } }');
    return Object.values(data as Record<string, { id: string }>).map(({ id }) => id);
  };
  const send = (recipientId: string, title: string) =>
    ask(
      first,
      `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`,
      { input: { recipientId, type: 'graded', title, message: 'M' } },
    );
  const newAct = async () => {
    const id = idIn(await send('rosa', NOTIFICATION));
    return idIn(await ask(rosa, 'mutation ($id: ID!) { markAsRead(id: $id) { id: undoId } }', { id }));
  };
  const marks = [
    { text: await newAct(), owners: ['rosa'] },
    { text: NOTIFICATION, owners: ['rosa'] },
    { text: APPLICATION, owners: ['rosa', 'iris'] },
    { text: NAME, owners: ['rosa', 'iris'] },
    { text: HOOK, owners: ['first'] },
    ...['rosa', 'otto', 'iris', 'ivan', 'plain', 'ada'].map((id) => ({
      text: `Something for ${id}`,
      owners: [id],
    })),
    ...(await idsOf(rosa)).map((text) => ({ text, owners: ['rosa'] })),
    ...(await idsOf(iris)).map((text) => ({ text, owners: ['iris'] })),
  ];
  let language = 'EN';
  let hook: string | undefined;
  return {
    askers: [
      { name: 'nobody', id: 'none', token: undefined },
      { name: 'candidate', id: 'rosa', token: rosa, isOwner: true },
      { name: 'another candidate', id: 'otto', token: candidate('otto') },
      { name: 'instructor', id: 'iris', token: iris, isOwner: true },
      { name: 'another instructor', id: 'ivan', token: instructor('ivan') },
      { name: 'token without scope', id: 'plain', token: mint({ sub: 'plain', scope: 'profile' }) },
      { name: 'service key', id: 'first', token: first, isOwner: true },
      { name: 'key of another service', id: 'second', token: second },
      { name: 'admin', id: 'ada', token: admin },
    ],
    scoped: new Map(
      SCOPES.map((scope) => [scope, { name: scope, id: scope, token: mint({ sub: scope, scope }) }]),
    ),
    marks,
    newThings: async () => {
      const submitted = await ask(
        rosa,
        'mutation ($title: String!) { submitApplication(input: { title: $title, instructorId: "iris" }) { application { id } } }',
        { title: APPLICATION },
      );
      if (hook)
        await ask(first, 'mutation ($id: ID!) { removeWebhook(id: $id) { removedId } }', { id: hook });
      const registered = await ask(
        first,
        'mutation ($url: String!) { registerWebhook(input: { url: $url, events: [NOTIFICATION_READ] }) { webhook { id } } }',
        { url: HOOK },
      );
      hook = idIn(registered);
      return [idIn(await send('rosa', NOTIFICATION)), idIn(submitted), await newAct(), hook];
    },
    ring: async ({ id, token }) => {
      await send(id, `Something for ${id}`);
      language = language === 'DE' ? 'FR' : 'DE';
      await ask(token, `mutation { setLanguage(language: ${language}) { preferences { id } } }`);
    },
  };
}

/** The first that stands in an answer. */
const idIn = ({ text }: Reply): string => /"id":"([^"]+)"/.exec(text)![1]!;
