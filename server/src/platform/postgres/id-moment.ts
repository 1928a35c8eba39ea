/** The least UUIDv7 of a millisecond. Rule: RFC 9562, 5.7. @param at in ms since 1970 */
export function idAt(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** How all UUIDv7 of a moment begin: with the version, and what follows is chance. */
export const idsBegin = (at: number): string => idAt(at).slice(0, 15);

/** When a UUIDv7 was made. */
export const momentOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
