/** What comes of `work`. @throws an error that says `why`, where nothing has come of it after so many milliseconds */
export function within<Result>(milliseconds: number, work: Promise<Result>, why: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(why)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
