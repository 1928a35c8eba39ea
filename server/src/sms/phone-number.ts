import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { badInput } from '../platform/errors.ts';

/** Long enough for every way to write one. */
const MAX_LENGTH = 40;
/** What gets text messages and costs what they usually cost. Where a country does not tell them apart, both are one. */
const MOBILE = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER'];

/**
 * @param countries ISO 3166 codes of those that are written to
 * @returns E.164: `+491701234567`
 * @throws BAD_USER_INPUT unless it is a mobile number of one of the countries, with its country's code
 */
export function checkPhoneNumber(text: string, countries: readonly string[]): string {
  const parsed = text.length <= MAX_LENGTH ? parsePhoneNumberFromString(text, { extract: false }) : undefined;
  if (!parsed?.isValid() || parsed.ext)
    throw badInput(
      'number must be a phone number with the code of its country, such as +491701234567',
      'number',
    );
  if (!parsed.country || !countries.includes(parsed.country))
    throw badInput(`Text messages go to numbers of ${countries.join(', ')} only`, 'number');
  const type = parsed.getType();
  if (type && !MOBILE.includes(type)) throw badInput('number must be one of a mobile phone', 'number');
  return parsed.number;
}
