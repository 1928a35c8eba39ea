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
  fr: {
    title: 'E-mails de Carillon',
    ask: 'Ne plus recevoir d’e-mails à ce sujet\u202f?',
    askAll: 'Ne plus recevoir d’e-mails\u202f?',
    end: 'Plus d’e-mails',
    ended: 'Vous ne recevez plus d’e-mails à ce sujet',
    endedAll: 'Vous ne recevez plus d’e-mails',
    critical: 'Ce qui est trop important pour être manqué arrive toujours par e-mail\u00a0:',
    inbox: 'Vos notifications restent dans votre boîte de réception, comme avant.',
    resume: 'Les réactiver',
    resumed: 'Vous recevez à nouveau des e-mails à ce sujet',
    resumedAll: 'Vous recevez à nouveau des e-mails',
    fromNowOn:
      'À partir de maintenant\u00a0: ce qui est arrivé entre-temps dans votre boîte de réception n’est pas envoyé.',
    fromNowOnAll: 'À partir de maintenant, et seulement sur ce que vous n’avez pas désactivé séparément.',
    gone: 'Vous ne recevez plus d’e-mails',
    goneWhy: 'Le compte auquel ils étaient destinés n’existe plus.',
    unknown: 'Ce lien ne fonctionne pas',
    unknownWhy: 'Il ne vient pas de nous, ou il n’est pas arrivé en entier.',
    preferences: 'Choisir ce qui vous parvient par e-mail',
  },
  ar: {
    title: 'رسائل Carillon',
    ask: 'هل تُوقف الرسائل حول هذا؟',
    askAll: 'هل تُوقف جميع الرسائل؟',
    end: 'إيقاف الرسائل',
    ended: 'لن تصلك رسائل حول هذا بعد الآن',
    endedAll: 'لن تصلك رسائل بعد الآن',
    critical: 'ما هو أهم من أن يفوتك يصل بالبريد الإلكتروني في كل الأحوال:',
    inbox: 'تبقى إشعاراتك في صندوق الوارد كما كانت.',
    resume: 'تشغيلها من جديد',
    resumed: 'ستصلك الرسائل حول هذا من جديد',
    resumedAll: 'ستصلك الرسائل من جديد',
    fromNowOn: 'من الآن فصاعدًا: ما وصل إلى صندوق الوارد في هذه الأثناء لا يُرسل.',
    fromNowOnAll: 'من الآن فصاعدًا، وفقط حول ما لم يوقف على حدة.',
    gone: 'لن تصلك رسائل بعد الآن',
    goneWhy: 'الحساب الذي كانت الرسائل له لم يعد موجودًا.',
    unknown: 'هذا الرابط لا يعمل',
    unknownWhy: 'إما أنه ليس من روابطنا، أو لم يصل كاملًا.',
    preferences: 'اختيار ما يصلك بالبريد الإلكتروني',
  },
};
