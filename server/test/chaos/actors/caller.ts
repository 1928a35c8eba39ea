import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const ATTEMPT_MS = 5_000;
const GIVE_UP_MS = 120_000;

/** What was answered: data, or the code of a refusal. */
export interface Answer<Data> {
  data?: Data;
  refusal?: string;
  /** What the refusal says besides. */
  extensions?: object;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody who calls whichever replica answers, and repeats what got no answer. */
export class Caller {
  private readonly urls: readonly string[];
  private readonly token: string;
  private readonly random: Random;
  private readonly ledger: Ledger;
  private at: number;
  /** How many of its attempts got no answer, and may be done at any time since. */
  repeats = 0;

  constructor(urls: readonly string[], token: string, random: Random, ledger: Ledger) {
    this.urls = urls;
    this.token = token;
    this.random = random;
    this.ledger = ledger;
    this.at = random.below(urls.length);
  }

  /** Once. @returns undefined when nobody can say whether it was done */
  async ask<Data>(query: string, variables: object): Promise<Answer<Data> | undefined> {
    const answer = await post<Data>(this.urls[this.at]!, query, variables, this.token);
    if (answer?.refusal === 'INTERNAL_SERVER_ERROR')
      this.ledger.wrong('refused', `${query}: an internal error`);
    return answer;
  }

  /** Until there is an answer, here or there. Only for what has one effect however often it is done. */
  async insist<Data>(query: string, variables: object): Promise<Answer<Data>> {
    const begun = Date.now();
    while (Date.now() - begun < GIVE_UP_MS) {
      const answer = await this.ask<Data>(query, variables);
      if (answer && answer.refusal !== 'SERVICE_UNAVAILABLE') {
        this.ledger.answered(Date.now() - begun, query);
        return answer;
      }
      this.ledger.repeats++;
      this.repeats++;
      this.at = this.random.below(this.urls.length);
      await pause(this.random.between([50, 400]));
    }
    this.ledger.wrong('stuck', `no answer in ${GIVE_UP_MS} ms to ${query}`);
    return { refusal: 'no answer' };
  }

  /** The same twice at the same time, of every replica. */
  async askEverybody<Data>(query: string, variables: object): Promise<(Answer<Data> | undefined)[]> {
    return Promise.all(this.urls.map((url) => post<Data>(url, query, variables, this.token)));
  }
}

async function post<Data>(
  url: string,
  query: string,
  variables: object,
  token: string,
): Promise<Answer<Data> | undefined> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const { data, errors } = (await response.json()) as {
      data?: Data;
      errors?: { extensions?: { code?: string } & object }[];
    };
    if (!errors) return { data };
    const { extensions } = errors[0]!;
    return { refusal: extensions?.code ?? 'no code', extensions };
  } catch {
    return undefined;
  }
}
