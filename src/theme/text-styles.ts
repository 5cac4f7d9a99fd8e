import type { SpaceToken, StyleName } from '../layouts/index.ts';
import type { Value } from './evaluate.ts';
import type { TextStyle } from './theme.ts';

const styleNames: readonly StyleName[] = [
  'body',
  'title',
  'deck-title',
  'subtitle',
  'meta',
  'section-title',
  'subheading',
  'figure',
  'label',
  'statement',
  'quote',
  'question',
  'agenda',
  'head',
  'date',
  'card',
  'step',
  'point',
  'closing',
  'caption',
  'small',
];

const inHeadingFont: ReadonlySet<StyleName> = new Set([
  'title',
  'deck-title',
  'section-title',
  'figure',
  'statement',
  'quote',
  'head',
  'date',
  'point',
]);

type Values = ReadonlyMap<string, Value>;

/**
 * Each text style from `--NAME-size`, `-line`, `-weight`, `-tracking`, `-font` and `-style`.
 * What is not set: the body's weight, no tracking, upright, a line of 1.3 em.
 */
export function readTextStyles(values: Values): Record<StyleName, TextStyle> {
  return Object.fromEntries(styleNames.map((name) => [name, textStyle(name, values)])) as Record<
    StyleName,
    TextStyle
  >;
}

function textStyle(name: StyleName, values: Values): TextStyle {
  const number = (part: string): number | undefined => values.get(`--${name}-${part}`)?.number;
  const size = number('size') ?? values.get('--body-size')?.number ?? 28;
  return {
    family: fontOf(name, values),
    weight: number('weight') ?? values.get('--body-weight')?.number ?? 400,
    italic: /^(?:italic|oblique)/.test(values.get(`--${name}-style`)?.text ?? ''),
    size,
    line: number('line') ?? size * 1.3,
    tracking: number('tracking') ?? 0,
  };
}

function fontOf(name: StyleName, values: Values): string {
  const standard = inHeadingFont.has(name) ? '--heading-font' : '--body-font';
  return familyName((values.get(`--${name}-font`) ?? values.get(standard))?.text ?? 'sans-serif');
}

/** The first family of a `font-family` value, without its quotes. */
export function familyName(css: string): string {
  const first = /^\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/.exec(css);
  return (first?.[1] ?? first?.[2] ?? first?.[3] ?? '').trim();
}

const spaceTokens: readonly SpaceToken[] = ['none', 'small', 'medium', 'large', 'column'];

export function readSpaces(values: Values): Record<SpaceToken, number> {
  return Object.fromEntries(
    spaceTokens.map((name) => [name, values.get(`--space-${name}`)?.number ?? 0]),
  ) as Record<SpaceToken, number>;
}
