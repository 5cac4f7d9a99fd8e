import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isDrawn, readDiagram } from '../../src/notes/index.ts';
import { contentSvg } from '../../src/render/diagram/content/draw-content.ts';
import { diagramSvg } from '../../src/render/diagram/diagram-svg.ts';
import { handoutFile } from '../../src/render/handout/handout-css.ts';
import { unescapeHtml } from '../../src/render/html-text.ts';
import { createTextWidth } from '../../src/theme/index.ts';
import { baseTheme } from './talk.ts';

const textWidth = createTextWidth(await baseTheme());

/** The narrowest column of a built-in theme on slides of 4:3, below a sentence. */
const narrow = { width: 656, height: 400, lang: 'en', textWidth };
const wide = { ...narrow, width: 1152, height: 470 };

/** The words of a drawing, each label for itself. */
function wordsOf(svg: string | undefined): string {
  return [...(svg ?? '').matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, text = '']) => unescapeHtml(text.replace(/<\/tspan>(?=.)/g, ' ').replace(/<[^>]*>/g, '')))
    .map((text) => text.replaceAll('\u00a0', ' '))
    .join(' | ');
}

test.each([
  [
    'pie title Pets\n"Dogs" : 386\n"Cats & mice" : 85\n"Rats" : 15',
    'Pets | Dogs | 79% | 386 | Cats & mice | 17% | 85 | Rats | 3% | 15',
  ],
  ['pie\n"A": 60\n"B": 40', 'A | 60% | B | 40%'],
  [
    'timeline\nsection Early\n2002 : LinkedIn\n2004 : Facebook : Google\nsection Late\n2005 : YouTube',
    'Early | 2002 | LinkedIn | 2004 | Facebook | Google | Late | 2005 | YouTube',
  ],
  [
    'mindmap\n  root((Bread))\n    Flour\n      Rye\n      Wheat\n    Water',
    'Bread | Flour | Rye | Wheat | Water',
  ],
  [
    'gantt\ntitle Plan\ndateFormat YYYY-MM-DD\nsection Build\nWalls :done, a, 2026-01-01, 30d\nRoof :after a, 2026-02-20\nsection Move\nParty :milestone, 2026-03-01, 0d',
    'Plan | Jan 4 | Jan 11 | Jan 18 | Jan 25 | Feb 1 | Feb 8 | Feb 15 | Feb 22 | Mar 1 | Build | Walls | Jan 1 – 30 | Roof | Jan 31 – Feb 20 | Move | Party | Mar 1',
  ],
  [
    'gantt\ndateFormat HH:mm\nDoors :09:00, 30m\nTalks :90m',
    '09:00 | 09:30 | 10:00 | 10:30 | 11:00 | Doors | 09:00 – 09:30 | Talks | 09:30 – 11:00',
  ],
  [
    'journey\nsection Home\nMake tea: 5: Me, Cat\nSit: 0\nsection Work\nRead: 3',
    'Home | Make tea | 5 | Me, Cat | Sit | 0 | Work | Read | 3',
  ],
  [
    'quadrantChart\nx-axis Low --> High\ny-axis Near --> Far\nquadrant-1 A\nP: [0.3, 0.6]\nQ: [1, 1]\nR: [0, 0]',
    'Far | Near | Low | High | P | A | Q | R',
  ],
])('%s is drawn with all its words, group by group', (source, words) => {
  expect(wordsOf(contentSvg(source, wide))).toBe(words);
});

const many = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');
const name = (at: number): string => `Name ${at} of thirty-six letters is so`;

/** As much as stays a drawing (`is-drawn.ts`). */
test.each([
  ['pie', `pie\n${many(10, (at) => `"${name(at)}" : ${at + 1}`)}`],
  [
    'gantt',
    `gantt\ntitle T\n${many(10, (at) => `${at % 4 === 0 ? `section Group ${at} of letters\n` : ''}${at % 5 === 0 ? name(at) : `Name ${at}`} :2026-0${(at % 9) + 1}-01, 2027-01-01`)}`,
  ],
  [
    'journey',
    `journey\ntitle T\n${many(10, (at) => `${at % 4 === 0 ? `section Group ${at} of letters\n` : ''}${at % 5 === 0 ? name(at) : `Name ${at}`}: 5: Anna, Bert, Carla, David, Em`)}`,
  ],
  [
    'mindmap',
    `mindmap\n  The middle\n${many(12, (at) => `${at % 4 === 0 ? `    Branch ${at}\n` : ''}      A leaf that has ${at}`)}`,
  ],
  [
    'quadrants',
    `quadrantChart\nx-axis Little of some --> Much of some\ny-axis Little use for all --> Much use for all\n${many(4, (at) => `quadrant-${at + 1} What is to be done in ${at}`)}\n${many(8, (at) => `Point ${at} of 28 letters wide: [0.${at + 1}, 0.${9 - at}]`)}`,
  ],
  [
    'timeline',
    `timeline\n${many(2, (at) => `section Part ${at}\n${many(3, (of) => `${2000 + 3 * at + of} : Something new : And another : One more`)}`)}`,
  ],
])('the most of a drawn %s has room where there is least, in letters of 16 px or more', (_, source) => {
  const content = readDiagram(source);
  expect(content && isDrawn(content)).toBe(true);
  const svg = contentSvg(source, narrow) ?? '';
  const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  const [, height] = / height="([\d.]+)"/.exec(svg) ?? [];
  expect(Number(height)).toBeLessThanOrEqual(narrow.height);
  for (const [, start = '', size, rest = '', inner = ''] of svg.matchAll(
    /<text x="([\d.-]+)" y="[\d.-]+" font-size="([\d.]+)"([^>]*)>([\s\S]*?)<\/text>/g,
  )) {
    for (const line of inner.split('</tspan>')) {
      const own = textWidth(unescapeHtml(line.replace(/<[^>]*>/, '')), Number(size), 'normal');
      const left = Number(start) - (rest.includes('text-anchor="end"') ? own : 0);
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(left + own).toBeLessThanOrEqual(narrow.width + 1);
    }
  }
});

test('words on several lines are one label', () => {
  const source =
    'timeline\nsection A\n2002 : Steam power and electricity\n2003 : Two\nsection B\n2004 : Three';
  expect(wordsOf(contentSvg(source, narrow))).toContain('Steam power and electricity |');
});

test('what is not understood is told with its line', () => {
  expect(() => contentSvg('pie\n"A": 60\nB 40', wide)).toThrow('`B 40` is not understood');
  expect(contentSvg('graph LR\nA --> B', wide)).toBeUndefined();
});

test('what drawings ask the slide for, the handout has too', () => {
  const sources = ['pie\n"A": 3\n"B": 1', 'quadrantChart\nx-axis L --> H\nquadrant-1 A\nP: [0.3, 0.6]'];
  const gantt = 'gantt\ntitle T\nsection S\nA :done, 2026-01-01, 3d\nB :crit, 3d\nC :milestone, 0d';
  const drawn = [...sources, gantt].map((source) => contentSvg(source, wide)).join('');
  const flow = diagramSvg('graph LR\nA -->|so| B{b}', 'd', wide);
  const css = ['notes.css', 'page.css'].map((name) => readFileSync(handoutFile(name as 'notes.css'), 'utf8'));
  // What a drawing sets itself is declared too.
  const declared = new Set([...`${css.join('')}${flow}`.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const asked = [...`${drawn}${flow}`.matchAll(/var\((--(?!_)[\w-]+)\)/g)].map(([, name]) => name);
  expect([...new Set(asked)].filter((name) => !declared.has(name))).toEqual([]);
});
