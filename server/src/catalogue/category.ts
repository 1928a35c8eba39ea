import { forReader, type InLanguages, type Language } from './language.ts';

/** The ways to a reader besides the inbox itself, which has everything. */
export enum Channel {
  /** Rings: the pop-up, the sound, the system's notification. The entry in the inbox comes in any case. */
  IN_APP = 'IN_APP',
  /** Sent when it is still unread some minutes later. */
  EMAIL = 'EMAIL',
  /** To the reader's browsers and phones, also when no page is open there. */
  PUSH = 'PUSH',
  /** To the reader's phone number. It costs money, so a category has to ask for it. */
  SMS = 'SMS',
}

/** Those that something is sent by. */
export type OutgoingChannel = Exclude<Channel, Channel.IN_APP>;

/** A text in one language. */
export interface LocalizedText {
  readonly language: Language;
  readonly text: string;
}

/** What readers decide about as one: every type of notification belongs to one. */
export interface Category {
  readonly name: string;
  readonly title: InLanguages<LocalizedText>;
  /** Where it goes as long as a reader has not said otherwise. */
  readonly channels: Readonly<Record<Channel, boolean>>;
  /** A critical one cannot be switched off or muted, and does not wait for the end of quiet hours. */
  readonly isCritical: boolean;
  /** How long it may stay unread before an e-mail is sent; unset: as the operator has configured. */
  readonly emailAfterMinutes?: number | null;
}

/** How the category is called to a reader. */
export const titleFor = ({ title }: Category, language: Language): string => forReader(title, language).text;

/** Where a category goes that says nothing about it. */
export const USUAL_CHANNELS: readonly Channel[] = [Channel.IN_APP, Channel.EMAIL, Channel.PUSH];

export const channelsOf = (on: readonly Channel[]): Category['channels'] => ({
  [Channel.IN_APP]: on.includes(Channel.IN_APP),
  [Channel.EMAIL]: on.includes(Channel.EMAIL),
  [Channel.PUSH]: on.includes(Channel.PUSH),
  [Channel.SMS]: on.includes(Channel.SMS),
});

/** In each language that Carillon speaks. */
export const inEach = (texts: Readonly<Record<Language, string>>): InLanguages<LocalizedText> => [
  { language: 'en', text: texts.en },
  { language: 'de', text: texts.de },
  { language: 'fr', text: texts.fr },
  { language: 'ar', text: texts.ar },
];

/** Of what other services send without naming a category. */
export const general: Category = {
  name: 'general',
  title: inEach({ en: 'General', de: 'Allgemein', fr: 'Général', ar: 'عام' }),
  channels: channelsOf(USUAL_CHANNELS),
  isCritical: false,
};

/** What concerns the safety of somebody's account. Carillon raises none itself; services do. */
export const account: Category = {
  name: 'account',
  title: inEach({
    en: 'Account and security',
    de: 'Konto und Sicherheit',
    fr: 'Compte et sécurité',
    ar: 'الحساب والأمان',
  }),
  channels: channelsOf(USUAL_CHANNELS),
  isCritical: true,
};
