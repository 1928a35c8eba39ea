// Added to the clock of this machine, in milliseconds.
let offset = 0;

/**
 * What time it is by the server's clock, in milliseconds, as far as its answers have told: the clock of this machine may
 * be hours off, and every time that we show or send is compared with the server's.
 */
export function serverTime(): number {
  return Date.now() + offset;
}

/** As `fetch`; it notes what the answer says of the time. */
export const fetchWithTime: typeof fetch = async (input, init) => {
  const sentAt = Date.now();
  const response = await fetch(input, init);
  learn(response.headers?.get('date') ?? null, sentAt, Date.now());
  return response;
};

/**
 * The header has whole seconds, and was written at some moment between question and answer. So it tells a span for the
 * offset; what is held stays while it lies within, so that a clock that is right is left alone.
 */
function learn(date: string | null, sentAt: number, receivedAt: number): void {
  const second = Date.parse(date ?? '');
  if (Number.isNaN(second)) return;
  const [least, most] = [second - receivedAt, second + 1_000 - sentAt];
  if (offset < least || offset > most) offset = (least + most) / 2;
}
