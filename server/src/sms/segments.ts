// 3GPP TS 23.038, section 6.2.1: what a text message holds depends on its characters. One that is longer than a segment
// goes in several, each with six octets of its own for the order (TS 23.040, section 9.2.3.24.1).
const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes the room of two. */
const GSM_7_EXTENSION = '^{}\\[~]|€\f';

const plain = new Set(GSM_7);
const extension = new Set(GSM_7_EXTENSION);

/** What a message costs: in so many segments it is sent and paid for. */
export function segmentsOf(text: string): number {
  const septets = septetsOf(text);
  return septets === undefined ? countOf(text.length, 70, 67) : countOf(septets, 160, 153);
}

/** Undefined where a character is in no table: all of it goes as UTF-16 then. */
function septetsOf(text: string): number | undefined {
  let septets = 0;
  for (const character of text) {
    if (!plain.has(character) && !extension.has(character)) return undefined;
    septets += plain.has(character) ? 1 : 2;
  }
  return septets;
}

const countOf = (units: number, alone: number, amongOthers: number): number =>
  units <= alone ? 1 : Math.ceil(units / amongOthers);
