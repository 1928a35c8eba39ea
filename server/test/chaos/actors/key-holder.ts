import { pause } from './caller.ts';
import { Host } from './host.ts';

const MAKE = `mutation ($service: String!, $name: String!, $scopes: [String!]!) {
  createServiceKey(service: $service, name: $name, scopes: $scopes) { serviceKey { id } secret }
}`;
const REVOKE = `mutation ($id: ID!) { revokeServiceKey(id: $id) { serviceKey { revokedAt } } }`;
const LIST = `query ($service: String!) {
  serviceKeys(first: 100, service: $service) { edges { node { id revokedAt } } }
}`;
const SEND = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`;

/** A replica hears of a key, and of its end, within two seconds, once it is there and has its database. */
const MAX_UNHEARD_MS = 20_000;
const SENDS_A_KEY = 15;

interface Key {
  id: string;
  secret: string;
}
interface Made {
  createServiceKey: { serviceKey: { id: string }; secret: string };
}
interface Sent {
  createNotification: { notification: { id: string } };
}

/** A service with keys in place of tokens, and its admin: each key is used, followed by another, and revoked. */
export class KeyHolder extends Host {
  private readonly held = new Set<string>();

  async run(): Promise<void> {
    let key = await this.make();
    while (!this.isStopped && key) {
      await this.use(key, SENDS_A_KEY);
      const next = await this.make();
      if (!next) return;
      // The service has both for a while.
      await Promise.all([this.use(key, 2), this.use(next, 2)]);
      await this.revoke(key.id);
      await this.tryInVain(key);
      key = next;
    }
  }

  /** Whoever got no answer does not know whether there is one that nobody has: it is revoked with all others. */
  private async make(): Promise<Key | undefined> {
    const { name, random, ledger } = this.options;
    const variables = { service: name, name: 'mailer', scopes: ['notifications:create'] };
    for (;;) {
      const answer = await this.caller.ask<Made>(MAKE, variables);
      if (answer?.data) {
        const { serviceKey, secret } = answer.data.createServiceKey;
        return { id: serviceKey.id, secret };
      }
      if (answer?.refusal && answer.refusal !== 'SERVICE_UNAVAILABLE')
        return void ledger.wrong('refused', `a key of ${name}: ${answer.refusal}`);
      ledger.repeats++;
      await pause(random.between([50, 400]));
      await this.revokeLost();
    }
  }

  private async revokeLost(): Promise<void> {
    const { name } = this.options;
    const { data } = await this.caller.insist<{
      serviceKeys: { edges: { node: { id: string; revokedAt: string | null } }[] };
    }>(LIST, { service: name });
    for (const { node } of data?.serviceKeys.edges ?? [])
      if (node.revokedAt === null && !this.held.has(node.id)) await this.revoke(node.id);
  }

  private async use(key: Key, times: number): Promise<void> {
    const { random, pauseMs } = this.options;
    this.held.add(key.id);
    for (let index = 0; index < times && !this.isStopped; index++) {
      await this.send(key);
      await pause(random.between(pauseMs));
    }
  }

  /** Until it is taken: a replica may not have heard of the key. */
  private async send({ secret }: Key): Promise<void> {
    const { random, ledger } = this.options;
    const caller = this.callerWith(secret);
    const input = this.message();
    const begun = Date.now();
    for (;;) {
      const { data, refusal } = await caller.insist<Sent>(SEND, { input });
      if (data) return this.note(input, data, begun);
      if (refusal !== 'UNAUTHENTICATED' || Date.now() - begun > MAX_UNHEARD_MS)
        return ledger.wrong('refused', `${input.title}: ${refusal}`);
      await pause(random.between([50, 200]));
    }
  }

  private message() {
    const { name, random, userIds } = this.options;
    const title = `${name} ${++this.count}`;
    const recipientId = random.pick(userIds);
    return { recipientId, type: 'keyed', title, message: 'By a key.', idempotencyKey: title };
  }

  private note({ recipientId, title }: ReturnType<KeyHolder['message']>, sent: Sent, begun: number): void {
    this.options.ledger.sent(recipientId, sent.createNotification.notification.id, title, begun);
  }

  private async revoke(id: string): Promise<void> {
    const { ledger } = this.options;
    const { data, refusal } = await this.caller.insist(REVOKE, { id });
    ledger.operations++;
    this.held.delete(id);
    if (data) ledger.revokedKeyIds.push(id);
    else ledger.wrong('refused', `the end of the key ${id}: ${refusal}`);
  }

  /** At every replica, until each has refused it. */
  private async tryInVain({ secret, id }: Key): Promise<void> {
    const { urls, random, ledger } = this.options;
    const revoked = Date.now();
    for (const url of urls) {
      const caller = this.callerWith(secret, [url]);
      for (let isKnown = true; isKnown && !this.isStopped;) {
        const input = this.message();
        const begun = Date.now();
        const answer = await caller.ask<Sent>(SEND, { input });
        isKnown = answer?.refusal !== 'UNAUTHENTICATED';
        if (answer?.data) {
          this.note(input, answer.data, begun);
          if (begun - revoked > MAX_UNHEARD_MS)
            return ledger.wrong(
              'kept',
              `the key ${id} was good at ${url} ${begun - revoked} ms after its end`,
            );
        }
        await pause(random.between([50, 200]));
      }
    }
  }
}
