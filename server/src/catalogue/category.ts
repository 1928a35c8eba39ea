/** The ways to a reader besides the inbox itself, which has everything. */
export enum Channel {
  /** Rings: the pop-up, the sound, the system's notification. The entry in the inbox comes in any case. */
  IN_APP = 'IN_APP',
  /** Sent when it is still unread some minutes later. */
  EMAIL = 'EMAIL',
}

/** The languages that Carillon speaks by itself. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What readers decide about as one: every type of notification belongs to one. */
export interface Category {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Where it goes as long as a reader has not said otherwise. */
  readonly channels: Readonly<Record<Channel, boolean>>;
  /** A critical one cannot be switched off or muted, and does not wait for the end of quiet hours. */
  readonly isCritical: boolean;
  /** How long it may stay unread before an e-mail is sent; unset: as the operator has configured. */
  readonly emailAfterMinutes?: number;
}

const everywhere = { [Channel.IN_APP]: true, [Channel.EMAIL]: true };

/** Of what other services send without naming a category. */
export const general: Category = {
  name: 'general',
  title: { en: 'General', de: 'Allgemein' },
  channels: everywhere,
  isCritical: false,
};

export const applications: Category = {
  name: 'applications',
  title: { en: 'Applications', de: 'Bewerbungen' },
  channels: everywhere,
  isCritical: false,
};

/** What concerns the safety of somebody's account. Carillon raises none itself; services do. */
export const account: Category = {
  name: 'account',
  title: { en: 'Account and security', de: 'Konto und Sicherheit' },
  channels: everywhere,
  isCritical: true,
};
