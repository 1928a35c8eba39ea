import type { Category } from './category.ts';

/** What this installation does about e-mail. */
export interface EmailSetup {
  /** False where no e-mail server is configured. */
  readonly isSetUp: boolean;
  /** How long a notification may stay unread, where its category says nothing else. */
  readonly afterMinutes: number;
}

/** How long a notification of the category may stay unread before an e-mail is sent. */
export const emailMinutes = ({ emailAfterMinutes }: Category, { afterMinutes }: EmailSetup): number =>
  emailAfterMinutes ?? afterMinutes;
