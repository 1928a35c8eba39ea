/** Where the focus goes when the selected rows leave: to the row after the first of them that stays, or before it. */
export function focusBesideSelected(page: Element | null): void {
  const articles = [...(page?.querySelectorAll<HTMLElement>('.feed-place article') ?? [])];
  const isSelected = (article: HTMLElement) => article.dataset['selected'] !== undefined;
  const first = Math.max(0, articles.findIndex(isSelected));
  const staying = [...articles.slice(first), ...articles.slice(0, first).reverse()];
  const place =
    staying.find((article) => !isSelected(article)) ?? page?.querySelector<HTMLElement>('h1[tabindex]');
  place?.focus({ preventScroll: true });
}

/** Back to the row that was chosen last, where the selection is ended from its bar. */
export function focusSelected(page: Element | null): void {
  if (!document.activeElement?.closest('.bulk-bar')) return;
  const row = page?.querySelector<HTMLElement>('.feed-place article[data-selected]');
  (row ?? page?.querySelector<HTMLElement>('h1[tabindex]'))?.focus({ preventScroll: true });
}
