/** The longest beginning of whole words; a first word that is too long is cut between letters. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  if (space > 0) return text.slice(0, space).replace(/[\s,;:–—-]+$/u, '');
  return [...text.slice(0, length * 2)].slice(0, length).join('');
}
