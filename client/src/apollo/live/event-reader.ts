/** One block of a stream of events. Rule: HTML, "Server-sent events". */
export type StreamEvent = {
  event: string;
  data: string;
  /** What a line said that is no event. */
  comment: string | undefined;
};

/** Cuts what comes into events, of which each ends with an empty line. */
export class EventReader {
  #decoder = new TextDecoder();
  #rest = '';

  read(bytes: Uint8Array): StreamEvent[] {
    const blocks = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/);
    this.#rest = blocks.pop() ?? '';
    return blocks.map(eventOf);
  }
}

function eventOf(block: string): StreamEvent {
  const one: StreamEvent = { event: 'message', data: '', comment: undefined };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (colon === 0) one.comment = value;
    else if (line.startsWith('event:')) one.event = value;
    else if (line.startsWith('data:')) data.push(value);
  }
  return { ...one, data: data.join('\n') };
}
