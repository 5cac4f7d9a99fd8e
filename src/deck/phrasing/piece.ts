/**
 * A run of text is first laid flat: words still to be escaped, syntax that is ready, and marks of
 * emphasis whose sign depends on what stands beside them.
 */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly inLink: boolean }
  | { readonly kind: 'syntax'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly mark: Mark };

export type Mark = 'emphasis' | 'strong' | 'delete';

export const marks: Readonly<Record<Mark, { readonly sign: string; readonly tag: string }>> = {
  emphasis: { sign: '*', tag: 'em' },
  strong: { sign: '**', tag: 'strong' },
  delete: { sign: '~~', tag: 's' },
};
