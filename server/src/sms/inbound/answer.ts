// What people answer to end text messages, and to have them again: what carriers and providers in our languages take.
const STOP = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'STOPP',
  'ABMELDEN',
  'ENDE',
];
const START = ['START', 'YES', 'UNSTOP', 'OPTIN', 'ANMELDEN', 'JA'];

/** The whole of it, in any case, with or without marks and blanks around; all else is talk. */
export function answerOf(body: string): 'STOP' | 'START' | undefined {
  const word = body
    .trim()
    .replace(/^[\s"'„“”.!]+|[\s"'„“”.!]+$/gu, '')
    .toUpperCase();
  if (STOP.includes(word)) return 'STOP';
  return START.includes(word) ? 'START' : undefined;
}
