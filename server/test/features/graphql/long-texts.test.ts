import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { bareSchema } from '../../../src/bare-schema.ts';
import { pointsOf } from '../../../src/platform/graphql/admission/cost-formula.ts';
import { QueryCosts } from '../../../src/platform/graphql/admission/query-cost.ts';
import { dataOf } from '../../support/acts.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

// What an operation costs is how long its answer can be, in texts of 200 characters. So no field may answer more.

const CHARACTERS_A_POINT = 200;
const HOST = 'https://pictures.example.com/';
const schema = bareSchema();
const costs = new QueryCosts(schema);
let server: TestServer;
let id: string;

beforeAll(async () => {
  server = await startServer({ IMAGE_HOSTS: 'pictures.example.com' });
  const { data } = await sendingTo(() => server).create({
    recipientId: 'casey',
    type: 't'.repeat(100),
    category: 'c'.repeat(100),
    title: 'T'.repeat(200),
    message: 'M'.repeat(4_000),
    url: `/${'u'.repeat(1_999)}`,
    imageUrl: HOST.padEnd(2_000, 'i'),
    subject: {
      type: 's'.repeat(100),
      id: 'i'.repeat(255),
      label: 'l'.repeat(200),
      url: `/${'u'.repeat(1_999)}`,
    },
    actor: { id: 'a'.repeat(255), name: 'n'.repeat(200), imageUrl: HOST.padEnd(2_000, 'i') },
    data: { text: 'd'.repeat(8_000) },
    actions: ['a', 'b', 'c', 'd'].map((letter) => ({ id: letter.repeat(50), label: letter.repeat(100) })),
  });
  id = data.createNotification.notification.id;
});

afterAll(() => server.close());

/** A selection for each value that a notification has, however deep. */
function selections(type: GraphQLObjectType, above: readonly GraphQLObjectType[] = []): string[] {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return fields.flatMap(({ name, type: given }) => {
    const inner = getNamedType(given);
    if (!isObjectType(inner)) return [name];
    if ([...above, type].includes(inner)) return [];
    return selections(inner, [...above, type]).map((selection) => `${name} { ${selection} }`);
  });
}

test.each(selections(schema.getType('Notification') as GraphQLObjectType))(
  'as long as it costs at most: %s',
  async (selection) => {
    const query = `query ($id: ID!) { notification(id: $id) { ${selection} } }`;
    const document = parse(query);
    const [operation] = document.definitions as readonly OperationDefinitionNode[];
    const cost = pointsOf(costs.formulaOf(document, operation!), { id });
    const { notification } = await dataOf<{ notification: object }>(
      server.ask(query, { id }, candidate('casey')),
    );
    expect(JSON.stringify(notification).length).toBeLessThanOrEqual(CHARACTERS_A_POINT * cost);
  },
);
