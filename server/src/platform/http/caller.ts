/** Who is calling; or why that is not known, in words for the caller. */
export type Caller<Viewer> =
  | { readonly viewer: Viewer; readonly refusal?: undefined; readonly isTemporary?: undefined }
  | {
      readonly viewer?: undefined;
      readonly refusal: string;
      /** What is needed to know them is away: they may come again. */
      readonly isTemporary?: true;
    };
