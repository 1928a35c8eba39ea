import type { Language } from '../catalogue/language.ts';

/** What Carillon itself says around the notifications of an e-mail. */
export interface EmailWording {
  readonly unread: (count: number) => string;
  /** What comes once a day or a week is called so. */
  readonly digest: Readonly<Record<'DAILY' | 'WEEKLY', string>>;
  readonly moreOf: (count: number) => string;
  readonly open: string;
  readonly why: string;
  readonly choose: string;
  /** The same without signing in, for as long as the link holds. */
  readonly chooseUnsigned: string;
  /** @param categories their titles, one at least; a few of them are named */
  readonly unsubscribe: (categories: readonly string[]) => string;
}

const MAX_NAMED = 5;

export const emailWording: Readonly<Record<Language, EmailWording>> = {
  en: {
    unread: (count) => (count === 1 ? 'One unread notification' : `${count} unread notifications`),
    digest: { DAILY: 'Your day in Carillon', WEEKLY: 'Your week in Carillon' },
    moreOf: (count) => (count === 1 ? 'One more is in your inbox' : `${count} more are in your inbox`),
    open: 'Open',
    why: 'You get this e-mail because this was still unread in Carillon.',
    choose: 'Choose what you get by e-mail',
    chooseUnsigned: 'Choose without signing in',
    unsubscribe: (categories) => `No more e-mails about: ${some(categories, (count) => `and ${count} more`)}`,
  },
  de: {
    unread: (count) => (count === 1 ? 'Eine ungelesene Mitteilung' : `${count} ungelesene Mitteilungen`),
    digest: { DAILY: 'Ihr Tag in Carillon', WEEKLY: 'Ihre Woche in Carillon' },
    moreOf: (count) =>
      count === 1 ? 'Eine weitere ist in Ihrem Posteingang' : `${count} weitere sind in Ihrem Posteingang`,
    open: 'Öffnen',
    why: 'Sie bekommen diese E-Mail, weil das in Carillon noch ungelesen war.',
    choose: 'Auswählen, was per E-Mail kommt',
    chooseUnsigned: 'Auswählen, ohne sich anzumelden',
    unsubscribe: (categories) =>
      `Keine E-Mails mehr über: ${some(categories, (count) => `und ${count} weitere`)}`,
  },
};

/** Never one more: that one can as well be named. */
function some(titles: readonly string[], andMore: (count: number) => string): string {
  const named = titles.length > MAX_NAMED + 1 ? titles.slice(0, MAX_NAMED) : titles;
  const others = titles.length - named.length;
  return others === 0 ? named.join(', ') : `${named.join(', ')} ${andMore(others)}`;
}
