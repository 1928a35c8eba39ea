/** A request over HTTP. */
export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What a message on a socket meant. */
export interface Heard {
  /** From now on the socket gets what its user gets. */
  isReady?: boolean;
  /** The keys of the notifications that came with it. */
  keys?: string[];
}

/** One user's side of a socket. Outlives the connection, so that it can resume from where it was. */
export interface Voice {
  readonly path: string;
  readonly protocol?: string;
  readonly headers?: Record<string, string>;
  /** The connection is open, for the first time or again. */
  greet(send: (text: string) => void): void;
  /** @throws when the server complained */
  hear(text: string, send: (text: string) => void): Heard;
}

export interface Page {
  keys: string[];
  ids: string[];
  /** Where the next page begins; undefined at the end. */
  next: string | undefined;
}

/** How a contender is spoken to: all that the load process knows of it. A notification's key travels as its title. */
export interface Dialect {
  voice(userId: string): Voice;
  /** @param carries more than a text, where there is more */
  create(userId: string, key: string, carries?: boolean): Call;
  createMany(userIds: readonly string[], key: string): Call;
  page(userId: string, after: string | undefined, size: number): Call;
  readPage(text: string): Page;
  countUnread(userId: string): Call;
  readUnread(text: string): number;
  markAllRead(userId: string): Call;
  markRead(userId: string, id: string): Call;
  archive(userId: string, ids: readonly string[]): Call;
  delete(userId: string, ids: readonly string[]): Call;
  /** Whether an answer with a good status refuses all the same. */
  isRefusal(text: string): boolean;
  /** Whether a socket that comes back is told by itself what it missed; else its user looks into the list. */
  readonly resumes: boolean;
}
