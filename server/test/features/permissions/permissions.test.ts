import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { GraphQLObjectType } from 'graphql';
import { inRepository } from '../../../local/repository.ts';
import { AUDITED_ACTS } from '../../../src/audit/acts.ts';
import { openStage, type Stage } from '../../support/permissions/stage.ts';
import { tableOf } from '../../support/permissions/table.ts';
import { rowOf, type Row } from '../../support/permissions/verdicts.ts';
import { openWorld, type World } from '../../support/permissions/world.ts';

const PAGE = inRepository('docs/permissions.md');
/** Sending is not audited: see audit/acts.ts. */
const SENDING = [
  'cancelScheduled',
  'correctNotification',
  'createNotification',
  'createNotifications',
  'scheduleNotification',
];

let stage: Stage;
let world: World;
const rows = new Map<string, Row[]>();

beforeAll(async () => {
  stage = await openStage();
  world = await openWorld(stage);
  const rowsOf = async (kind: 'query' | 'mutation' | 'subscription', root: GraphQLObjectType) => {
    const fields = Object.values(root.getFields()).sort((a, b) => (a.name < b.name ? -1 : 1));
    const found: Row[] = [];
    for (const field of fields) found.push(await rowOf(stage, world, kind, field));
    return found;
  };
  rows.set('Queries', await rowsOf('query', stage.schema.getQueryType()!));
  rows.set('Mutations', await rowsOf('mutation', stage.schema.getMutationType()!));
  rows.set('Subscriptions', await rowsOf('subscription', stage.schema.getSubscriptionType()!));
}, 60_000);

afterAll(() => stage.close());

const all = () => [...rows.values()].flat();
const verdictOf = ({ verdicts }: Row, asker: string) =>
  verdicts[world.askers.findIndex(({ name }) => name === asker)]!;

test('nobody sees what is another’s, by any field, nor whether it is there', () => {
  expect(all().flatMap(({ field, leaked }) => leaked.map((what) => `${field}: ${what}`))).toEqual([]);
});

test('who may do what is as docs/permissions.md says', async () => {
  const table = await tableOf(
    world.askers.map(({ name }) => name),
    [...world.scoped.keys()],
    rows,
  );
  const written = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  // The page is there to be reviewed: what is new in it is seen with the change that makes it so.
  if (table !== written) writeFileSync(PAGE, table);
  expect(written).toBe(table);
});

test('nobody comes in without a token but to sign in and out', () => {
  const open = all().filter((row) => verdictOf(row, 'nobody') !== 'UNAUTHENTICATED');
  expect(open.map(({ field }) => field).sort()).toEqual(['refreshSession', 'signIn', 'signOut']);
});

test('a service key opens nothing that is for people', () => {
  const forPeople = all().filter((row) => verdictOf(row, 'another candidate') === 'own');
  expect(forPeople.length).toBeGreaterThan(20);
  const opened = forPeople.filter((row) => verdictOf(row, 'service key') !== 'FORBIDDEN');
  expect(opened.map(({ field }) => field)).toEqual([]);
});

test('every act that takes a scope or an admin is audited, but sending', () => {
  const acts = rows
    .get('Mutations')!
    .filter((row) => verdictOf(row, 'candidate') === 'FORBIDDEN' && verdictOf(row, 'admin') !== 'FORBIDDEN');
  expect(acts.map(({ field }) => field).sort()).toEqual([...AUDITED_ACTS, ...SENDING].sort());
});
