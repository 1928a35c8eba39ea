/** Whether it is a moment at all: hosts give what they have. */
export const isMoment = (given: unknown): given is Date =>
  !Number.isNaN((given as Partial<Date> | null | undefined)?.getTime?.() ?? NaN);
