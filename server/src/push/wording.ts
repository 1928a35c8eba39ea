import { ofCount, type Language } from '../catalogue/language.ts';

/** What Carillon itself says in pushes. */
export interface PushWording {
  readonly unread: (count: number) => string;
}

export const pushWording: Readonly<Record<Language, PushWording>> = {
  en: { unread: (count) => (count === 1 ? 'One unread notification' : `${count} unread notifications`) },
  de: {
    unread: (count) => (count === 1 ? 'Eine ungelesene Mitteilung' : `${count} ungelesene Mitteilungen`),
  },
  fr: {
    unread: (count) =>
      ofCount('fr', count, {
        one: `${count} notification non lue`,
        other: `${count} notifications non lues`,
      }),
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
  },
};
