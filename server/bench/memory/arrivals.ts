import { setTimeout as wait } from 'node:timers/promises';
import { serviceToken } from '../contenders/token.ts';

const MUTATION = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created }
}`;
const AT_ONCE = 8;

/** So many a second for so many seconds, evenly. @returns how many */
export async function arrive(
  url: string,
  recipientId: string,
  rate: number,
  seconds: number,
): Promise<number> {
  const begun = performance.now();
  const count = Math.round(rate * seconds);
  for (let index = 0; index < count; index++) {
    await send(url, recipientId, index);
    const early = begun + ((index + 1) * 1000) / rate - performance.now();
    if (early > 0) await wait(early);
  }
  return count;
}

/** So many, as fast as they go. */
export async function fill(url: string, recipientId: string, count: number): Promise<void> {
  let index = 0;
  const sendOn = async () => {
    while (index < count) await send(url, recipientId, index++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
}

async function send(url: string, recipientId: string, index: number): Promise<void> {
  const input = {
    recipientId,
    type: 'graded',
    title: `No. ${index + 1}`,
    // Of one line to three.
    message: 'What has become of it is told in as many words as it takes. '.repeat(1 + (index % 5)),
    subject: { type: 'course', id: String(index % 50), label: `Course ${index % 50}`, url: '/applications' },
    actor: { id: `actor-${index % 20}`, name: `Somebody ${index % 20}` },
  };
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${serviceToken}` },
    body: JSON.stringify({ query: MUTATION, variables: { input } }),
  });
  const { errors } = (await answer.json()) as { errors?: unknown };
  if (errors) throw new Error(`Refused: ${JSON.stringify(errors)}`);
}
