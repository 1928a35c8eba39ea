type Form = { getInputNode: (path: string) => HTMLElement | null };

/** The first field that needs attention gets the focus, so that keyboard and screen reader land where the work is. */
export function focusFirst(form: Form, errors: Record<string, unknown>): void {
  const [first] = Object.keys(errors);
  if (first) form.getInputNode(first)?.focus();
}
