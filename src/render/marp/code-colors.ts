/**
 * Colours of code and diagrams, mixed from the theme's own: one accent, and text that stays
 * readable in print. Without specificity, so that a theme's `--marp-shiki-…` wins. The names are
 * those of Marp's Shiki theme.
 */
export const codeColors = `:where(div#\\:\\$p section) {
  --marp-shiki-foreground: var(--text);
  --marp-shiki-background: var(--surface);
  --marp-shiki-token-keyword: var(--accent);
  --marp-shiki-token-string: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-string-expression: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-constant: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-link: var(--accent);
  --marp-shiki-token-comment: var(--muted);
  --marp-shiki-token-punctuation: var(--muted);
  --marp-shiki-token-function: var(--text);
  --marp-shiki-token-parameter: var(--text);
}
`;
