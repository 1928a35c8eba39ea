// Sends a notification, safely to repeat, and reads its recipient’s inbox page by page. SERVICE_TOKEN is a service’s,
// TOKEN the recipient’s.
import { ClientError, gql, GraphQLClient } from 'graphql-request';

const { CARILLON = 'http://localhost:4000', SERVICE_TOKEN, TOKEN, READER } = process.env;
const clientOf = (token) =>
  new GraphQLClient(`${CARILLON}/graphql`, { headers: { authorization: `Bearer ${token}` } });
const service = clientOf(SERVICE_TOKEN);
const reader = clientOf(TOKEN);

const SEND = gql`
  mutation Send($input: CreateNotificationInput!) {
    createNotification(input: $input) {
      created
    }
  }
`;
const input = {
  recipientId: READER,
  type: 'order_shipped',
  title: 'Your order is on its way',
  message: 'It arrives tomorrow.',
  idempotencyKey: 'order-42-shipped',
};
for (const time of ['once', 'again']) {
  const { createNotification } = await service.request(SEND, { input });
  console.log(`${time}: ${createNotification.created ? 'sent' : 'was sent before'}`);
}

try {
  await service.request(SEND, { input: { ...input, message: 'It arrives on Monday.' } });
} catch (error) {
  if (!(error instanceof ClientError)) throw error;
  console.log(`another text with that key: ${error.response.errors[0].extensions.code}`);
}

const PAGE = gql`
  query Page($after: String) {
    notifications(first: 2, after: $after) {
      edges {
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
for (let after = null, hasNextPage = true; hasNextPage;) {
  const { notifications } = await reader.request(PAGE, { after });
  for (const { node } of notifications.edges) console.log(node.title);
  ({ hasNextPage, endCursor: after } = notifications.pageInfo);
}
