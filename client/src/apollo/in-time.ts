/** What has no answer by then has none: on a connection that is half open nobody else would ever say so. */
const ANSWER_WITHIN = 30_000;

/** As `send`, but it fails, with a `TimeoutError`, where the whole answer has not come within 30 seconds. */
export function inTime(send: typeof fetch, within = ANSWER_WITHIN): typeof fetch {
  return (input, init) => {
    const late = AbortSignal.timeout(within);
    return send(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late });
  };
}
