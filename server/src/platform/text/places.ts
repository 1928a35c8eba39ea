/** Places of the page of preferences, to which e-mails and other pages lead. A category's place is its name. */
export const PLACES = {
  categories: 'categories',
  data: 'data',
  doNotDisturb: 'do-not-disturb',
  language: 'language',
  muted: 'muted',
  push: 'push',
  quietHours: 'quiet-hours',
  textMessages: 'text-messages',
  thisBrowser: 'this-browser',
  timeZone: 'time-zone',
  topics: 'topics',
} as const;

/** The path of such a place. */
export const preferencesPath = (place: string): string => `/preferences#${encodeURIComponent(place)}`;
