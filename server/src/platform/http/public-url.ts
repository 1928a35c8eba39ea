/**
 * Where people find the web client, in ASCII, since it stands in headers; without a slash at its end.
 * @param configured undefined: on this machine, at the port that is served
 */
export const publicUrlOf = (configured: string | undefined, port: string): string =>
  new URL(configured ?? `http://localhost:${port}`).href.replace(/\/+$/, '');
