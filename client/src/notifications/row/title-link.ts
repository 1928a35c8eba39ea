/** What leads from a row to what it is about: the whole row is pressed for it, and Enter opens it. */
export const titleLinkOf = (article: Element | null): HTMLElement | null =>
  article?.querySelector<HTMLElement>('.note-title') ?? null;
