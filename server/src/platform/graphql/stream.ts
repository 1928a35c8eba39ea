/** For `@Subscription`: the method returns the stream of its events, and is called once (schema.ts makes it so). */
export const STREAM = {
  subscribe: (): never => {
    throw new Error('The schema was not made by createSchema');
  },
};
