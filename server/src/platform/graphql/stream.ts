/** For `@Subscription`: the method returns the stream of its events, and is called once (schema.ts makes it so). */
export const STREAM = {
  subscribe: (): never => {
    throw new Error('The schema was not made by createSchema');
  },
};

/** A stream that is pulled: what every one needs besides `next` and `return`. */
export abstract class Stream<T> implements AsyncIterableIterator<T, undefined> {
  abstract next(): Promise<IteratorResult<T, undefined>>;
  abstract return(): Promise<IteratorReturnResult<undefined>>;

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
