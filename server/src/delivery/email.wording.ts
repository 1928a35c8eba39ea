import type { Language } from '../catalogue/category.ts';

/** What Carillon itself says around the notifications of an e-mail, and on the page that ends e-mails. */
export interface EmailWording {
  readonly several: (count: number) => string;
  readonly moreOf: (count: number) => string;
  readonly open: string;
  readonly why: string;
  readonly choose: string;
  readonly unsubscribe: (categories: string) => string;
  readonly page: {
    readonly title: string;
    readonly question: (categories: string) => string;
    readonly yes: string;
    readonly done: (categories: string) => string;
    readonly unknown: string;
  };
}

export const emailWording: Readonly<Record<Language, EmailWording>> = {
  en: {
    several: (count) => `${count} unread notifications`,
    moreOf: (count) => (count === 1 ? 'One more is in your inbox' : `${count} more are in your inbox`),
    open: 'Open',
    why: 'You get this e-mail because this was still unread in Carillon.',
    choose: 'Choose what you get by e-mail',
    unsubscribe: (categories) => `No more e-mails about: ${categories}`,
    page: {
      title: 'E-mails from Carillon',
      question: (categories) => `Do you want no more e-mails about: ${categories}?`,
      yes: 'No more e-mails about this',
      done: (categories) =>
        `You get no more e-mails about: ${categories}. Your notifications are in your inbox as before.`,
      unknown: 'This link is not one of ours, or not all of it has arrived.',
    },
  },
  de: {
    several: (count) => `${count} ungelesene Mitteilungen`,
    moreOf: (count) =>
      count === 1 ? 'Eine weitere ist in Ihrem Posteingang' : `${count} weitere sind in Ihrem Posteingang`,
    open: 'Öffnen',
    why: 'Sie bekommen diese E-Mail, weil das in Carillon noch ungelesen war.',
    choose: 'Auswählen, was per E-Mail kommt',
    unsubscribe: (categories) => `Keine E-Mails mehr über: ${categories}`,
    page: {
      title: 'E-Mails von Carillon',
      question: (categories) => `Möchten Sie keine E-Mails mehr bekommen über: ${categories}?`,
      yes: 'Keine E-Mails mehr darüber',
      done: (categories) =>
        `Sie bekommen keine E-Mails mehr über: ${categories}. Ihre Mitteilungen stehen weiter in Ihrem Posteingang.`,
      unknown: 'Dieser Link ist keiner von uns, oder er ist nicht vollständig angekommen.',
    },
  },
};
