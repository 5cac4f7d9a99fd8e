import { styleText } from 'node:util';

export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

export function painter(color: 'color' | 'plain'): Paint {
  return color === 'color'
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}
