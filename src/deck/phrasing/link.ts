import type { PhrasingContent } from 'mdast';
import { destination, linkTitle } from './destination.ts';
import type { Piece } from './piece.ts';

/** A link around pieces that are laid flat already; the pieces alone where markdown-it would make no link. */
export function link(
  url: string,
  title: string | null | undefined,
  label: readonly Piece[],
): readonly Piece[] {
  const target = destination(url);
  if (target === undefined) return label;
  return [
    { kind: 'syntax', text: '[' },
    ...label,
    { kind: 'syntax', text: `](${target}${linkTitle(title)})` },
  ];
}

/** `<https://example.org>`, for an address that is shown as it is and that no reader shows differently. */
export function autolink(url: string, children: readonly PhrasingContent[]): string | undefined {
  const [only] = children;
  const same = children.length === 1 && only?.type === 'text' && only.value === url;
  return same && plainUrl.test(url) && !url.includes('xn--') ? `<${url}>` : undefined;
}

const plainUrl = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w.~/=+,-]*(?:\?[\w.~/=+&-]+)?)?$/;
