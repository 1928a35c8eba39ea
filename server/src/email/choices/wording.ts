import type { Channel } from '../../catalogue/category.ts';
import type { Language } from '../../catalogue/language.ts';

/** What the page of choices says. */
export interface ChoicesWording {
  readonly brand: string;
  readonly title: string;
  readonly lead: string;
  readonly categories: string;
  /** What each does. */
  readonly channels: Readonly<Record<Channel, string>>;
  readonly off: string;
  readonly now: string;
  readonly daily: string;
  readonly weekly: string;
  /** Of what cannot be switched off. */
  readonly always: string;
  readonly quietHours: string;
  readonly quietLead: (timeZone: string) => string;
  readonly none: string;
  readonly between: string;
  readonly allDay: string;
  readonly from: string;
  readonly until: string;
  readonly save: string;
  readonly saved: string;
  readonly refused: string;
  readonly unknown: string;
  readonly unknownWhy: string;
  readonly busy: string;
  readonly busyWhy: string;
  readonly signIn: string;
}

export const choicesWording: Readonly<Record<Language, ChoicesWording>> = {
  en: {
    brand: 'E-mails from Carillon',
    title: 'What reaches you',
    lead: 'Everything comes to your inbox. Here you choose what also rings, and what comes by e-mail.',
    categories: 'Categories',
    channels: { IN_APP: 'Rings', EMAIL: 'E-mail', PUSH: 'Push', SMS: 'Text message' },
    off: 'never',
    now: 'at once, if unread',
    daily: 'once a day',
    weekly: 'once a week',
    always: 'Too important to miss: it always comes.',
    quietHours: 'Quiet hours',
    quietLead: (timeZone) => `Nothing rings or is e-mailed then. By the clock in ${timeZone}.`,
    none: 'not quiet',
    between: 'quiet between',
    allDay: 'quiet all day',
    from: 'From',
    until: 'until',
    save: 'Save',
    saved: 'Saved',
    refused: 'Nothing was saved: please choose two different times for each day.',
    unknown: 'This link does not work any more',
    unknownWhy: 'It is older than 30 days, or not all of it has arrived. A newer e-mail has a new one.',
    busy: 'Too many attempts',
    busyWhy: 'Please wait a minute, and open the link again.',
    signIn: 'Sign in, and choose there',
  },
  de: {
    brand: 'E-Mails von Carillon',
    title: 'Was Sie erreicht',
    lead: 'Alles kommt in Ihren Posteingang. Hier wählen Sie, was außerdem klingelt, und was per E-Mail kommt.',
    categories: 'Kategorien',
    channels: { IN_APP: 'Klingelt', EMAIL: 'E-Mail', PUSH: 'Push', SMS: 'SMS' },
    off: 'nie',
    now: 'gleich, wenn ungelesen',
    daily: 'einmal am Tag',
    weekly: 'einmal in der Woche',
    always: 'Zu wichtig, um es zu verpassen: Es kommt immer.',
    quietHours: 'Ruhezeiten',
    quietLead: (timeZone) => `Dann klingelt nichts, und es kommt keine E-Mail. Nach der Uhr in ${timeZone}.`,
    none: 'keine Ruhe',
    between: 'Ruhe zwischen',
    allDay: 'Ruhe den ganzen Tag',
    from: 'Von',
    until: 'bis',
    save: 'Speichern',
    saved: 'Gespeichert',
    refused: 'Nichts wurde gespeichert: Bitte wählen Sie für jeden Tag zwei verschiedene Zeiten.',
    unknown: 'Dieser Link geht nicht mehr',
    unknownWhy:
      'Er ist älter als 30 Tage oder nicht vollständig angekommen. In einer neueren E-Mail ist ein neuer.',
    busy: 'Zu viele Versuche',
    busyWhy: 'Bitte warten Sie eine Minute und öffnen Sie den Link dann noch einmal.',
    signIn: 'Anmelden und dort auswählen',
  },
  fr: {
    brand: 'E-mails de Carillon',
    title: 'Ce qui vous parvient',
    lead: 'Tout arrive dans votre boîte de réception. Choisissez ici ce qui sonne aussi, et ce qui arrive par e-mail.',
    categories: 'Catégories',
    channels: { IN_APP: 'Sonne', EMAIL: 'E-mail', PUSH: 'Push', SMS: 'SMS' },
    off: 'jamais',
    now: 'tout de suite, si non lu',
    daily: 'une fois par jour',
    weekly: 'une fois par semaine',
    always: 'Trop important pour être manqué\u00a0: arrive toujours.',
    quietHours: 'Heures calmes',
    quietLead: (timeZone) => `Rien ne sonne alors et aucun e-mail n’est envoyé. À l’heure de ${timeZone}.`,
    none: 'pas de calme',
    between: 'calme entre',
    allDay: 'calme toute la journée',
    from: 'De',
    until: 'à',
    save: 'Enregistrer',
    saved: 'Enregistré',
    refused: 'Rien n’a été enregistré\u00a0: choisissez deux heures différentes pour chaque jour.',
    unknown: 'Ce lien ne fonctionne plus',
    unknownWhy:
      'Il a plus de 30 jours, ou il n’est pas arrivé en entier. Un e-mail plus récent en contient un nouveau.',
    busy: 'Trop de tentatives',
    busyWhy: 'Veuillez attendre une minute, puis ouvrir à nouveau le lien.',
    signIn: 'Se connecter et choisir là-bas',
  },
  ar: {
    brand: 'رسائل Carillon',
    title: 'ما يصل إليك',
    lead: 'كل شيء يصل إلى صندوق الوارد. يمكنك هنا اختيار ما يرن أيضًا، وما يصل بالبريد الإلكتروني.',
    categories: 'الفئات',
    channels: { IN_APP: 'رنين', EMAIL: 'بريد إلكتروني', PUSH: 'إشعار فوري', SMS: 'رسالة نصية' },
    off: 'أبدًا',
    now: 'فورًا، إن لم يُقرأ',
    daily: 'مرة في اليوم',
    weekly: 'مرة في الأسبوع',
    always: 'أهم من أن يفوتك: يصل دائمًا.',
    quietHours: 'ساعات الهدوء',
    quietLead: (timeZone) => `لا شيء يرن فيها ولا تُرسل رسائل. بتوقيت ${timeZone}.`,
    none: 'بلا هدوء',
    between: 'هدوء بين',
    allDay: 'هدوء طوال اليوم',
    from: 'من',
    until: 'إلى',
    save: 'حفظ',
    saved: 'تم الحفظ',
    refused: 'لم يُحفظ شيء: يرجى اختيار وقتين مختلفين لكل يوم.',
    unknown: 'هذا الرابط لم يعد يعمل',
    unknownWhy: 'مضى عليه أكثر من 30 يومًا، أو لم يصل كاملًا. في رسالة أحدث رابط جديد.',
    busy: 'محاولات كثيرة جدًا',
    busyWhy: 'يرجى الانتظار دقيقة ثم فتح الرابط مرة أخرى.',
    signIn: 'تسجيل الدخول والاختيار هناك',
  },
};
