/** By what right requests are made, and so whose inbox it is: the session of our own pages, or a token of a host's. */
export interface Authorisation {
  /** A token that will still hold when the request arrives. @throws when there is none */
  fresh: () => Promise<string>;
  /** Another one, since the server refuses the last. @throws when there is none */
  renew: () => Promise<string>;
}
