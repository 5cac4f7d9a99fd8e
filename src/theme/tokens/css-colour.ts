import { color as evaluateColour, serializeRGB } from '@csstools/css-color-parser';
import { parseComponentValue } from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import { readColour } from './colour.ts';

/**
 * A colour as a stylesheet may write it, `color-mix()` and `oklch(from …)` included, as `#rrggbb`.
 * `var()` must be replaced before. Nothing when it is no colour, or one that shows what is behind.
 */
export function cssColour(text: string): string | undefined {
  const plain = readColour(text);
  if (plain) return plain;
  const node = parseComponentValue(tokenize({ css: text }));
  const colour = node && evaluateColour(node);
  return colour ? readColour(serializeRGB(colour).toString()) : undefined;
}
