// What is wrong with what is drawn on one surface, a slide or a sheet of paper: cut off, or one over the other.

import type { Area, PictureSnapshot, WordSnapshot } from '../../browser/index.ts';
import { type Finding, type FindingCode, groupBy } from '../finding.ts';

export interface InkContext {
  /** `slide 7`, `page 3` */
  readonly place: string;
  /** A finding where the word comes from. */
  report(code: FindingCode, message: string, word?: WordSnapshot): Finding;
}

interface DrawnContent {
  readonly words: readonly WordSnapshot[];
  readonly pictures: readonly PictureSnapshot[];
}

const beyond = { left: 'left of', right: 'right of', top: 'above', bottom: 'below' } as const;

/** What sticks out of the surface or of a box that cuts it off. */
export function clipped(
  { words, pictures }: DrawnContent,
  { place, report }: InkContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const group of runsOf(words.filter(({ cut }) => cut))) {
    const worst = group.reduce((a, b) => ((b.cut?.px ?? 0) > (a.cut?.px ?? 0) ? b : a));
    if (worst.cut)
      findings.push(report('check/clipped', `${quoted(group)} ${edge(worst.cut, place)}`, worst));
  }
  for (const picture of pictures) {
    if (picture.cut) findings.push(report('check/clipped', `${nameOf(picture)} ${edge(picture.cut, place)}`));
  }
  return findings;
}

function edge({ px, side, by }: NonNullable<WordSnapshot['cut']>, place: string): string {
  return `${Math.round(px)} px ${beyond[side]} ${edges[by]}${place}`;
}

const edges = { surface: '', box: 'its box on ', 'text-area': 'the text area of ' } as const;

/** Words next to each other in the same run of text are reported once. */
function runsOf(words: readonly WordSnapshot[]): readonly (readonly WordSnapshot[])[] {
  return [...groupBy(words, ({ run, cut }) => `${run} ${cut?.side}`).values()];
}

/**
 * Ink may touch by this much, in px: a font's ascent is rounded to a whole px on both lines, and
 * edges are smoothed. Two px of letters over one another are seen.
 */
export const touch = 2;

/** Words over words, and words over pictures; each pair of runs is reported once. */
export function overlapping(
  { words, pictures }: DrawnContent,
  { place, report }: InkContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const [a, b, depth] of touching(words)) {
    const key = `${a.run} ${b.run}`;
    if (reported.has(key)) continue;
    reported.add(key);
    const message = `“${short(a.text)}” and “${short(b.text)}” stand over each other by ${Math.round(depth)} px on ${place}`;
    findings.push(report('check/overlap', message, a));
  }
  for (const word of words) {
    const under = pictures.find((picture) => isOver(word, picture));
    if (!under || reported.has(under.name)) continue;
    reported.add(under.name);
    findings.push(
      report('check/overlap', `“${short(word.text)}” stands over ${nameOf(under)} on ${place}`, word),
    );
  }
  return findings;
}

/** Pairs of words of different runs whose ink meets, from top to bottom. */
function* touching(words: readonly WordSnapshot[]): Generator<readonly [WordSnapshot, WordSnapshot, number]> {
  const areas = words.flatMap((word) => word.areas.map((area) => ({ word, area })));
  areas.sort((a, b) => a.area.top - b.area.top);
  for (let first = 0; first < areas.length; first++) {
    const a = areas[first];
    for (let second = first + 1; a && second < areas.length; second++) {
      const b = areas[second];
      if (!b || b.area.top > a.area.bottom - touch) break;
      if (areLines(a.word, b.word)) continue;
      if (a.word === b.word || (a.word.group !== 0 && a.word.group === b.word.group)) continue;
      const depth = depthOf(a.area, b.area);
      if (depth > touch) yield [a.word, b.word, depth];
    }
  }
}

/** What draws boxes with letters (`│`, `└`) is made to meet from line to line. */
const line = /^[\u2500-\u259f]+$/u;

function areLines(a: WordSnapshot, b: WordSnapshot): boolean {
  return line.test(a.text) && line.test(b.text);
}

function isOver(word: WordSnapshot, picture: PictureSnapshot): boolean {
  if (picture.broken || (picture.group !== 0 && picture.group === word.group)) return false;
  return word.areas.some((area) => depthOf(area, picture.area) > touch);
}

/** How far two areas lie over each other: the lesser of width and height; below 0 when they do not. */
export function depthOf(a: Area, b: Area): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return Math.min(wide, high);
}

/** `slide 7`, `the picture “a map”` */
export function nameOf({ name, called }: PictureSnapshot): string {
  return called ?? `the picture “${short(name)}”`;
}

export function quoted(words: readonly WordSnapshot[]): string {
  return `“${short(words.map(({ text }) => text).join(' '))}”`;
}

const longest = 60;

export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
