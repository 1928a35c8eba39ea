import type { Language } from '../../catalogue/language.ts';

/** What the page says that ends e-mails: a heading, a list of what it is about, and what that means. */
export interface UnsubscribeWording {
  readonly title: string;
  readonly ask: string;
  readonly askAll: string;
  readonly end: string;
  readonly ended: string;
  readonly endedAll: string;
  /** Before the titles of what cannot be ended. */
  readonly critical: string;
  readonly inbox: string;
  readonly resume: string;
  readonly resumed: string;
  readonly resumedAll: string;
  readonly fromNowOn: string;
  readonly fromNowOnAll: string;
  readonly gone: string;
  readonly goneWhy: string;
  readonly unknown: string;
  readonly unknownWhy: string;
  readonly preferences: string;
}

export const unsubscribeWording: Readonly<Record<Language, UnsubscribeWording>> = {
  en: {
    title: 'E-mails from Carillon',
    ask: 'Do you want no more e-mails about this?',
    askAll: 'Do you want no more e-mails?',
    end: 'No more e-mails',
    ended: 'You get no more e-mails about this',
    endedAll: 'You get no more e-mails',
    critical: 'What is too important to miss comes by e-mail in any case:',
    inbox: 'Your notifications are in your inbox as before.',
    resume: 'Switch them on again',
    resumed: 'You get e-mails about this again',
    resumedAll: 'You get e-mails again',
    fromNowOn: 'From now on: what came to your inbox meanwhile is not sent.',
    fromNowOnAll: 'From now on, and only about what you have not switched off by itself.',
    gone: 'You get no more e-mails',
    goneWhy: 'The account that they were for is gone.',
    unknown: 'This link does not work',
    unknownWhy: 'It is not one of ours, or not all of it has arrived.',
    preferences: 'Choose what you get by e-mail',
  },
  de: {
    title: 'E-Mails von Carillon',
    ask: 'Möchten Sie darüber keine E-Mails mehr bekommen?',
    askAll: 'Möchten Sie keine E-Mails mehr bekommen?',
    end: 'Keine E-Mails mehr',
    ended: 'Darüber bekommen Sie keine E-Mails mehr',
    endedAll: 'Sie bekommen keine E-Mails mehr',
    critical: 'Was zu wichtig ist, um es zu verpassen, kommt in jedem Fall per E-Mail:',
    inbox: 'Ihre Mitteilungen stehen weiter in Ihrem Posteingang.',
    resume: 'Wieder einschalten',
    resumed: 'Darüber bekommen Sie wieder E-Mails',
    resumedAll: 'Sie bekommen wieder E-Mails',
    fromNowOn: 'Von jetzt an: Was inzwischen in Ihren Posteingang kam, wird nicht gesendet.',
    fromNowOnAll: 'Von jetzt an, und nur über das, was Sie nicht einzeln abgeschaltet haben.',
    gone: 'Sie bekommen keine E-Mails mehr',
    goneWhy: 'Das Konto, für das sie waren, gibt es nicht mehr.',
    unknown: 'Dieser Link geht nicht',
    unknownWhy: 'Er ist keiner von uns, oder er ist nicht vollständig angekommen.',
    preferences: 'Auswählen, was per E-Mail kommt',
  },
};
