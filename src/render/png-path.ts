/** Where the picture of a slide goes, counted from 1. */
export function pngPath(base: string, number: number): string {
  return `${base}.${String(number).padStart(3, '0')}.png`;
}
