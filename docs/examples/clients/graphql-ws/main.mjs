// Follows an inbox over a socket, without a gap: after a reconnect it goes on from the last change that it saw.
import { createClient } from 'graphql-ws';

const { CARILLON = 'http://localhost:4000', TOKEN } = process.env;
const client = createClient({
  url: `${CARILLON.replace(/^http/, 'ws')}/graphql`,
  // A function, so that each connection brings a token that is valid by then.
  connectionParams: () => ({ authorization: `Bearer ${TOKEN}` }),
  retryAttempts: Infinity,
  shouldRetry: () => true,
  on: { connected: () => console.log('connected') },
});

// Sent anew with each connection, as it stands by then.
const variables = { afterSeq: null, epoch: null };
const query = `subscription Follow($afterSeq: Int, $epoch: String) {
  inboxChanges(afterSeq: $afterSeq, epoch: $epoch) {
    toSeq epoch resync counts { unread } upserted { title isRead }
  }
}`;
for await (const { data, errors } of client.iterate({ query, variables })) {
  if (errors) throw new Error(errors[0].message);
  const { toSeq, epoch, resync, counts, upserted } = data.inboxChanges;
  // Told that it cannot be told what changed, read the list anew: rare, after a restored backup for example.
  if (resync) console.log('read the list anew');
  Object.assign(variables, { afterSeq: toSeq, epoch });
  for (const { title } of upserted) console.log(`now: ${title}`);
  console.log(`unread: ${counts.unread}`);
  if (upserted.some(({ title }) => title === 'Stop')) break;
}
await client.dispose();
