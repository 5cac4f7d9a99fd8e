import type { Deck, DiagramPicture } from '../deck/index.ts';
import type { Theme } from '../theme/index.ts';

/** Draws the diagrams of a Marp Markdown file; undefined for a deck without, which need not load what draws. */
export async function diagramPrinter(
  { features }: Deck,
  theme: Theme,
): Promise<((source: string) => DiagramPicture | undefined) | undefined> {
  if (!features.mermaid) return undefined;
  const { diagramPicture } = await import('./diagram/index.ts');
  return (source) => diagramPicture(source, theme);
}
