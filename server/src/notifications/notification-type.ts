/** A type of notification that Carillon itself raises: the one place for how it is filed and worded. */
export interface NotificationType<Facts> {
  readonly type: string;
  readonly category: string;
  /** What the recipient reads, from the facts of the event. Pure. */
  readonly wording: (facts: Facts) => { title: string; message: string; url: string };
}

/** The category of what other services send without naming one. */
export const DEFAULT_CATEGORY = 'general';
