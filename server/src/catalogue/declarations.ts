import { badInput } from '../platform/errors.ts';
import { checkNumber, checkText, checkWord } from '../platform/input.ts';
import { Severity } from '../inbox/severity.ts';
import { channelsOf, USUAL_CHANNELS, type Category, type Channel, type LocalizedText } from './category.ts';
import type { TypeDeclaration } from './declared-type.ts';
import type { InLanguages, Language } from './language.ts';
import { Wording, type WordingText } from './wording/wording.ts';

export const MAX_NAME = 100;
const MAX_TEXT = 4_000;
const MAX_MINUTES = 1_440;
const MAX_GROUP_MINUTES = 10_080;
const MAX_ESCALATE_MINUTES = 43_200;
const MAX_USER_ID = 255;

/** A category as hosts declare it. */
export interface CategoryInput {
  name: string;
  title: readonly LocalizedText[];
  channels?: readonly Channel[] | null;
  isCritical?: boolean | null;
  emailAfterMinutes?: number | null;
}

/** A type as hosts declare it. */
export interface TypeInput {
  name: string;
  category: string;
  severity?: Severity | null;
  wording: readonly WordingText[];
  groupMinutes?: number | null;
  escalateAfterMinutes?: number | null;
  escalateTo?: string | null;
}

/** What is not said gets its default. @throws BAD_USER_INPUT that names the field */
export function checkCategory(input: CategoryInput): Category {
  const { channels = null, isCritical = null, emailAfterMinutes = null } = input;
  for (const { text } of input.title) checkWord('title', text, MAX_NAME);
  if (emailAfterMinutes !== null) checkNumber('emailAfterMinutes', emailAfterMinutes, 0, MAX_MINUTES);
  return {
    name: checkWord('name', input.name, MAX_NAME),
    title: oncePerLanguage('title', input.title),
    channels: channelsOf(channels ?? USUAL_CHANNELS),
    isCritical: isCritical ?? false,
    emailAfterMinutes,
  };
}

/** The same for a type: each of its texts can be read, and written whatever comes. @throws BAD_USER_INPUT that names the field */
export function checkType(input: TypeInput): TypeDeclaration {
  const { name, category, severity, wording, groupMinutes = null } = input;
  checkWord('name', name, MAX_NAME);
  checkWord('category', category, MAX_NAME);
  if (groupMinutes !== null) checkNumber('groupMinutes', groupMinutes, 1, MAX_GROUP_MINUTES);
  for (const text of wording) checkTexts(text);
  const texts = oncePerLanguage('wording', wording);
  new Wording(name, texts).rehearse();
  return {
    ...{ name, category, severity: severity ?? Severity.NORMAL, wording: texts, groupMinutes },
    ...checkEscalation(input),
  };
}

/** Both or neither: a time without somebody, or somebody without a time, would tell nobody. */
function checkEscalation(input: TypeInput) {
  const { escalateAfterMinutes = null, escalateTo = null } = input;
  if ((escalateAfterMinutes === null) !== (escalateTo === null)) {
    const missing = escalateTo === null ? 'escalateTo' : 'escalateAfterMinutes';
    throw badInput('Say both escalateAfterMinutes and escalateTo, or neither', missing);
  }
  if (escalateAfterMinutes !== null)
    checkNumber('escalateAfterMinutes', escalateAfterMinutes, 1, MAX_ESCALATE_MINUTES);
  if (escalateTo !== null) checkWord('escalateTo', escalateTo, MAX_USER_ID);
  return { escalateAfterMinutes, escalateTo };
}

function checkTexts({ title, message, emailSubject, url }: WordingText): void {
  checkText('wording.title', title, MAX_TEXT);
  checkText('wording.message', message, MAX_TEXT);
  if (emailSubject != null) checkText('wording.emailSubject', emailSubject, MAX_TEXT);
  if (url != null) checkWord('wording.url', url, MAX_TEXT);
}

/** @throws BAD_USER_INPUT for no language, or one that stands there twice */
export function oncePerLanguage<T extends { readonly language: Language }>(
  field: string,
  texts: readonly T[],
): InLanguages<T> {
  const [first, ...others] = texts;
  if (!first) throw badInput(`${field} must be in one language at least`, field);
  if (new Set(texts.map(({ language }) => language)).size < texts.length)
    throw badInput(`${field} must have each language once`, field);
  // Spelled anew: an input of GraphQL is an object of its class.
  return [{ ...first }, ...others.map((text) => ({ ...text }))];
}
