import { createClient } from 'graphql-ws';
import { Environment, Network, Observable } from 'relay-runtime';

const CARILLON = 'http://localhost:4000';

/** From whatever signs your users in. */
const getToken = async () => (await (await fetch('/token')).json()).token;

const socket = createClient({
  url: `${CARILLON.replace(/^http/, 'ws')}/graphql`,
  connectionParams: async () => ({ authorization: `Bearer ${await getToken()}` }),
});

async function ask({ text: query }, variables) {
  const response = await fetch(`${CARILLON}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      authorization: `Bearer ${await getToken()}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const follow = ({ text: query }, variables) =>
  Observable.create((sink) => socket.subscribe({ query, variables }, sink));

export const environment = new Environment({ network: Network.create(ask, follow) });
