const ENDS_OF_LINES = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
// Blanks, controls, directions, joiners, fillers, tags and variation selectors, and marks without a letter. What a later
// version of Unicode adds is believed to be seen.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Text as letters are written: of control characters only ends of lines, and one kind of them. */
export const withoutControls = (text: string): string =>
  text.replace(ENDS_OF_LINES, '\n').replace(CONTROLS, ' ');

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a reader sees anything of it. */
export const isVisible = (text: string): boolean => text.replace(INVISIBLE, '') !== '';
