/** What is known of a picture the notes name. Given to `compile`, which reads no files. */
export type Picture =
  | { readonly status: 'found' /** Natural size, px. */; readonly width: number; readonly height: number }
  | { readonly status: 'missing' | 'outside' | 'remote' | 'unreadable' | 'too-large' };

/** By the address as it stands in the notes. */
export type Pictures = (url: string) => Picture;
