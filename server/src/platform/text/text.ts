const ENDS_OF_LINES = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
// Blanks, controls, directions, joiners, fillers, tags and variation selectors, and marks without a letter; and what Unicode
// counts among letters and symbols though nothing is drawn: blanks of Braille and of hieroglyphs, the note without a head,
// and the place of an object that is not there. What a later version of Unicode adds is believed to be seen.
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/gu;

/** Text as letters are written: of control characters only ends of lines, and one kind of them. */
export const withoutControls = (text: string): string =>
  text.replace(ENDS_OF_LINES, '\n').replace(CONTROLS, ' ');

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a reader sees anything of it. */
export const isVisible = (text: string): boolean => text.replace(INVISIBLE, '') !== '';
