import { wallOf, type Wall } from './zone.ts';

/** What an input for date and time takes: `2026-06-15T18:00`, by the reader's own clock. */
export function toInput(date: Date): string {
  const { year, month, day, hour, minute } = wallOf(date.getTime());
  const two = (part: number) => String(part).padStart(2, '0');
  return `${[year, two(month), two(day)].join('-')}T${two(hour)}:${two(minute)}`;
}

/** What was chosen in such an input; undefined where that is nothing. */
export function fromInput(input: string): Wall | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(input)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  return { year, month, day, hour, minute };
}
