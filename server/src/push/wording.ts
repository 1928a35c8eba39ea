import type { Language } from '../catalogue/language.ts';

/** What Carillon itself says in pushes. */
export interface PushWording {
  readonly unread: (count: number) => string;
}

export const pushWording: Readonly<Record<Language, PushWording>> = {
  en: { unread: (count) => (count === 1 ? 'One unread notification' : `${count} unread notifications`) },
  de: {
    unread: (count) => (count === 1 ? 'Eine ungelesene Mitteilung' : `${count} ungelesene Mitteilungen`),
  },
};
