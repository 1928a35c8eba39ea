import { ofCount, type Language } from '../catalogue/language.ts';

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
  fr: {
    unread: (count) =>
      ofCount('fr', count, {
        one: `${count} notification non lue`,
        other: `${count} notifications non lues`,
      }),
    digest: { DAILY: 'Votre journée dans Carillon', WEEKLY: 'Votre semaine dans Carillon' },
    moreOf: (count) =>
      ofCount('fr', count, {
        one: `${count} autre est dans votre boîte de réception`,
        other: `${count} autres sont dans votre boîte de réception`,
      }),
    open: 'Ouvrir',
    why: 'Vous recevez cet e-mail parce que ceci n’était pas encore lu dans Carillon.',
    choose: 'Choisir ce qui vous parvient par e-mail',
    chooseUnsigned: 'Choisir sans se connecter',
    unsubscribe: (categories) =>
      `Ne plus recevoir d’e-mails à propos de\u00a0: ${some(categories, (count) => `et ${count} autres`)}`,
  },
  ar: {
    unread: (count) =>
      ofCount('ar', count, {
        zero: 'لا إشعارات غير مقروءة',
        one: 'إشعار واحد غير مقروء',
        two: 'إشعاران غير مقروءين',
        few: `${count} إشعارات غير مقروءة`,
        many: `${count} إشعارًا غير مقروء`,
        other: `${count} إشعار غير مقروء`,
      }),
    digest: { DAILY: 'يومك في Carillon', WEEKLY: 'أسبوعك في Carillon' },
    moreOf: (count) =>
      ofCount('ar', count, {
        zero: 'لا إشعارات أخرى في صندوق الوارد',
        one: 'إشعار آخر في صندوق الوارد',
        two: 'إشعاران آخران في صندوق الوارد',
        few: `${count} إشعارات أخرى في صندوق الوارد`,
        many: `${count} إشعارًا آخر في صندوق الوارد`,
        other: `${count} إشعار آخر في صندوق الوارد`,
      }),
    open: 'فتح',
    why: 'وصلتك هذه الرسالة لأن هذا لم يُقرأ بعد في Carillon.',
    choose: 'اختيار ما يصلك بالبريد الإلكتروني',
    chooseUnsigned: 'الاختيار دون تسجيل الدخول',
    unsubscribe: (categories) => `إيقاف الرسائل عن: ${some(categories, (count) => `و${count} غيرها`, '، ')}`,
  },
};

/** Never one more: that one can as well be named. */
function some(titles: readonly string[], andMore: (count: number) => string, comma = ', '): string {
  const named = titles.length > MAX_NAMED + 1 ? titles.slice(0, MAX_NAMED) : titles;
  const others = titles.length - named.length;
  return others === 0 ? named.join(comma) : `${named.join(comma)} ${andMore(others)}`;
}
