import type { Language } from '../catalogue/language.ts';

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
      `Ihr Code für Carillon ist ${code}. Er gilt zehn Minuten; geben Sie ihn niemandem weiter.`,
  },
};
