// Unicode's bidirectional algorithm (https://unicode.org/reports/tr9/), whose characters can make a text reorder what
// stands around it. A paragraph's end ends their power; a text that is isolated keeps it to itself.
const PARAGRAPHS = /(\r\n|[\n\r\u001c-\u001e\u0085\u2029])/;
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const OPENERS = new Set('\u2066\u2067\u2068');
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Other people's text on lines of its own: what it begins it also ends. As it was where nothing in it begins anything. */
export const contained = (text: string): string =>
  eachParagraph(text, (line) => (CONTROLS.test(line) ? isolate(line) : line));

/**
 * The same for text amid others, which is written from left to right if not said: what is written the other way must
 * have no effect on them either.
 */
export const isolated = (text: string, isAmidRightToLeft = false): string => {
  const turns = (line: string) => (isAmidRightToLeft ? line !== '' : RIGHT_TO_LEFT.test(line));
  return eachParagraph(text, (line) => (CONTROLS.test(line) || turns(line) ? isolate(line) : line));
};

const eachParagraph = (text: string, change: (line: string) => string): string =>
  text
    .split(PARAGRAPHS)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');

/** Ends what is open, and leaves out ends of what is not, which would end the isolate around it. */
function isolate(line: string): string {
  let open = 1;
  const kept = [...line].filter((character) => {
    if (OPENERS.has(character)) open++;
    if (character !== POP_ISOLATE) return true;
    if (open === 1) return false;
    open--;
    return true;
  });
  return FIRST_STRONG_ISOLATE + kept.join('') + POP_ISOLATE.repeat(open);
}
