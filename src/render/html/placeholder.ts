/** What is said of a deck in the head of its page. */
export const shellFields = ['lang', 'title', 'author', 'description'] as const;
export type ShellField = (typeof shellFields)[number];

/** Stands in the page where something goes; no text of a template or a deck contains it. */
export function placeholder(name: ShellField | 'html' | 'css' | 'note'): string {
  return `lectern-placeholder-${name}-7f3a`;
}
