import type { Image, Paragraph } from 'mdast';
import type { Phrasing } from '../notes/index.ts';
import { breakLines } from './break-lines.ts';
import { missingPictureRuns } from './inline-content.ts';
import { cutPieces } from './pieces.ts';
import type { Place } from './place.ts';
import type { Setting } from './setting.ts';

/** The pictures of a paragraph that holds nothing else, when none of them is there: each is a box. */
export function missingPictures({ pictures }: Setting, { children }: Paragraph): readonly Image[] {
  const shown = children.filter((child) => !isBlank(child));
  const missing = shown.filter(
    (child): child is Image => child.type === 'image' && pictures(child.url).status !== 'found',
  );
  return missing.length === shown.length ? missing : [];
}

function isBlank(node: Phrasing): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** Of the labelled box that stands for a picture. */
export function missingPictureHeight(setting: Setting, { url, alt }: Image, { style, width }: Place): number {
  const { number, rules, textMetrics } = setting;
  const frame = 2 * (number('--space-medium') + number('--rule-width'));
  const size = number('--minimum-size');
  const { family, weight, italic, tracking } = style;
  const runs = missingPictureRuns(url, alt ?? '', { family, weight, italic, tracking, size }, rules);
  const lines = breakLines(cutPieces(runs, textMetrics, 'collapse'), width - frame);
  return lines.length * size * number('--line-height') + frame;
}
