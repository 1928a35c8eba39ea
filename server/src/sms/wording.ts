import { ofCount, type Language } from '../catalogue/language.ts';

/** What Carillon itself says in text messages. */
export interface SmsWording {
  readonly unread: (count: number) => string;
  readonly code: (code: string) => string;
}

export const smsWording: Readonly<Record<Language, SmsWording>> = {
  en: {
    unread: (count) => `${count} unread notifications`,
    code: (code) => `Your code for Carillon is ${code}. It holds for ten minutes; tell it to nobody.`,
  },
  de: {
    unread: (count) => `${count} ungelesene Mitteilungen`,
    code: (code) =>
      `Ihr Code für Carillon ist ${code}. Er gilt zehn Minuten; geben Sie ihn an niemanden weiter.`,
  },
  fr: {
    unread: (count) =>
      ofCount('fr', count, {
        one: `${count} notification non lue`,
        other: `${count} notifications non lues`,
      }),
    code: (code) =>
      `Votre code pour Carillon est ${code}. Il est valable dix minutes. Ne le communiquez à personne.`,
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
    code: (code) => `رمزك في Carillon هو ${code}. يصلح لعشر دقائق؛ يرجى عدم مشاركته.`,
  },
};
