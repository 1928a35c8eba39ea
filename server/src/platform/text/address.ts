// RFC 5321: atoms before the @, since many servers refuse what takes quotes or SMTPUTF8; after it the name of a host,
// which may be an international one but has nothing invisible in it. In what the regular expressions of JavaScript and
// PostgreSQL have in common, and without looking ahead, which makes PostgreSQL's twenty times slower.
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LETTERS =
  '[^\\u0001-/:-@\\[-`{-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u206f' +
  '\\u2800\\u3000-\\u3002\\u3164\\ufe00-\\ufe0f\\ufeff-\\uffff]+';
const LABEL = `${LETTERS}(-+${LETTERS})*`;
const PATTERN = `^${ATOM}([.]${ATOM})*@${LABEL}([.]${LABEL})*$`;
/** More than 63 letters between two dots, which no name of a host has (RFC 1035, 2.3.4). */
const LONG_LABEL = '@.*[^.]{64}';
/** Section 4.5.3.1: of what stands before the @, and of the whole without the brackets around it. */
const MAX_BEFORE_AT = 64;
const MAX_OCTETS = 254;

const pattern = new RegExp(PATTERN, 'u');
const longLabel = new RegExp(LONG_LABEL, 'u');

/** Whether a text is one e-mail address and nothing else, such as every mail server takes. */
export const isAddress = (text: string): boolean =>
  Buffer.byteLength(text) <= MAX_OCTETS &&
  text.indexOf('@') <= MAX_BEFORE_AT &&
  pattern.test(text) &&
  !longLabel.test(text);

/** The same question in SQL, about a column; null where the column is. */
export const isAddressSql = (column: string): string =>
  `(octet_length(${column}) <= ${MAX_OCTETS} and strpos(${column}, '@') <= ${MAX_BEFORE_AT + 1}
    and ${column} ~ '${PATTERN.replaceAll("'", "''")}' and ${column} !~ '${LONG_LABEL}')`;
