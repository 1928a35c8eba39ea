import type { Category, Language } from './category.ts';

/** What the recipient reads. Plain text. */
export interface Wording {
  readonly title: string;
  readonly message: string;
  readonly url: string;
  /** Of an e-mail that has nothing else in it; unset: the title. */
  readonly emailSubject?: string;
}

/** A type of notification that Carillon itself raises: the one place for how it is filed and worded. */
export interface DeclaredType<Facts = never> {
  readonly type: string;
  readonly category: Category;
  /** From the facts of the event, in each language. Pure: the facts are kept, and worded again for an e-mail. */
  readonly wording: Readonly<Record<Language, (facts: Facts) => Wording>>;
}
