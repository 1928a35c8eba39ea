/** Who is calling; or why that is not known, in words for the caller. */
export type Caller<Viewer> =
  | { readonly viewer: Viewer; readonly refusal?: undefined }
  | { readonly viewer?: undefined; readonly refusal: string };
