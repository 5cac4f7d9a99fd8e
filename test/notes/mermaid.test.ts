import { expect, test } from 'vitest';
import { type Block, parseNotes, readDiagram } from '../../src/notes/index.ts';
import { asBlocks } from '../../src/notes/mermaid/as-blocks.ts';
import { plainText } from '../../src/notes/plain-text.ts';

const notes = (source: string): string => `# Talk\n\n## One\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`;

function read(source: string): { readonly lines: readonly string[]; readonly problems: readonly string[] } {
  const text = notes(source);
  const { value, diagnostics } = parseNotes({ path: 'n.md', text });
  const blocks = value.sections.flatMap(({ blocks, sections }) => [
    ...blocks,
    ...sections.flatMap((one) => one.blocks),
  ]);
  return {
    lines: blocks.flatMap((block) => linesOf(block, '')),
    problems: diagnostics.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`),
  };
}

/** Each paragraph, row and item as a line, items with their depth. */
function linesOf(block: Block, indent: string): readonly string[] {
  if (block.type === 'table')
    return block.children.map(({ children }) => children.map((cell) => plainText(cell.children)).join(' | '));
  if (block.type === 'list')
    return block.children.flatMap(({ children: [first, ...rest] }) => [
      `${indent}- ${plainText(first ? [first as Block] : [])}`,
      ...rest.flatMap((inner) => linesOf(inner as Block, `${indent}  `)),
    ]);
  return [block.type === 'code' ? `code ${block.lang}` : plainText([block])];
}

test.each([
  [
    'pie',
    'pie showData title Pets\n  "Dogs" : 386\n  "Rats, mice" : 15.5',
    [' | Pets', 'Dogs | 386', 'Rats, mice | 15.5'],
  ],
  ['pie with front matter', '---\ntitle: Pets\n---\npie\n"Dogs": 3', [' | Pets', 'Dogs | 3']],
  [
    'bars',
    'xychart-beta\nx-axis ["North, East", South]\ny-axis "Sales" 0 --> 60\nbar [30, 55]',
    [' | Sales', 'North, East | 30', 'South | 55'],
  ],
  [
    'rows of bars and a line, with their names',
    'xychart-beta\ntitle "Sales"\nx-axis Quarter [Q1, Q2]\ny-axis "M€" 0 --> 60\nbar "North" [30, 55]\nline Target [40, 50]',
    ['Sales\nM€', 'Quarter | North | Target', 'Q1 | 30 | 40', 'Q2 | 55 | 50'],
  ],
  [
    'rows without names',
    'xychart-beta\nx-axis [a, b]\nbar [1, 2]\nline [2, 3]',
    [' |  | ', 'a | 1 | 2', 'b | 2 | 3'],
  ],
  [
    'timeline',
    'timeline\ntitle Media\nsection Early\n2002 : LinkedIn\n2004 : Facebook : Google\n     : Flickr',
    ['Media', '- Early', '  - 2002: LinkedIn', '  - 2004: Facebook, Google, Flickr'],
  ],
  [
    'mindmap',
    'mindmap\n  root((Bread))\n    Flour\n      ::icon(fa fa-book)\n      Rye\n    id["`Salt`"]',
    ['Bread', '- Flour', '  - Rye', '- Salt'],
  ],
  [
    'gantt',
    'gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\nWalls :done, a1, 2026-01-01, 2w\nRoof :after a1, 5d\nParty :milestone, 2026-02-01, 0d',
    ['- 2026-01-01–2026-01-20: Walls', '- 2026-01-21–2026-01-27: Roof', '- 2026-02-01: Party'],
  ],
  [
    'journey',
    'journey\ntitle Day\nsection Home\nMake tea: 5: Me, Cat',
    ['Day', '- Home', '  - Make tea: 5 – Me, Cat'],
  ],
  [
    'quadrants',
    'quadrantChart\nx-axis Low --> High\nquadrant-1 A\nquadrant-2 B\nquadrant-3 C\nquadrant-4 D\nP: [0.3, 0.6]\nQ: [0.7, 0.2]',
    ['Low → High', '- B', '  - P', '- A', '- C', '- D', '  - Q'],
  ],
  [
    'gantt with days off',
    'gantt\nexcludes weekends, 2026-01-06\nWalls :2026-01-02, 3d\nRoof :2d\nParty :1970-01-03, 1d',
    ['- 2026-01-02–2026-01-07: Walls', '- 2026-01-08–2026-01-09: Roof', '- 1970-01-03–1970-01-05: Party'],
  ],
  [
    'gantt in hours',
    'gantt\ndateFormat HH:mm\nDoors :09:00, 30m\nTalks :2h',
    ['- 09:00–09:30: Doors', '- 09:30–11:30: Talks'],
  ],
])('%s is what it holds', (_, source, lines) => {
  const content = readDiagram(source);
  expect(content && asBlocks(content).flatMap((block) => linesOf(block as Block, ''))).toEqual(lines);
});

test('a small one is for the renderer, a large one what it holds', () => {
  const pie = (parts: number): string =>
    `pie\n${Array.from({ length: parts }, (_, at) => `"Part ${at}" : 3`).join('\n')}`;
  expect(read(pie(10)).lines).toEqual(['code mermaid']);
  expect(read(pie(11)).lines).toHaveLength(12);
  const near = 'quadrantChart\nquadrant-1 A\nP: [0.3, 0.6]\nQ: [0.31, 0.6]';
  expect(read(near).lines).toEqual(['code mermaid']);
  expect(read(`${near}\nR: [0.32, 0.6]`).lines).toEqual(['- P', '- Q', '- R', '- A']);
  expect(read('mindmap\n  A\n    B').lines).toEqual(['A', '- B']);
});

test.each([
  ['pie', 'pie\n"Dogs" : 3\nCats 85', 'Cats 85'],
  ['timeline', 'timeline\n2002 : LinkedIn\nand so on', 'and so on'],
  ['mindmap', 'mindmap\n  A\n  B', 'B'],
  ['gantt', 'gantt\ndateFormat YYYY-MM-DD\nWalls :a1, after a9, 5d', 'Walls :a1, after a9, 5d'],
  ['gantt', 'gantt\ndateFormat DD.MM.\nWalls :a1, 01.02., 5d', 'dateFormat DD.MM.'],
  ['gantt', 'gantt\nWalls :2026-01-01, 999999999999d', 'Walls :2026-01-01, 999999999999d'],
  ['journey', 'journey\nMake tea', 'Make tea'],
  ['quadrants', 'quadrantChart\nquadrant-5 A', 'quadrant-5 A'],
  ['gantt', 'gantt\nexcludes full moon\nA :2026-01-01, 3d', 'excludes full moon'],
  [
    'gantt',
    'gantt\nexcludes weekends monday tuesday wednesday thursday friday\nA :2026-01-01, 3d\nB :3d',
    'excludes weekends monday tuesday wednesday thursday friday',
  ],
  ['gantt', 'gantt\nA :2026-02-31, 3d', 'A :2026-02-31, 3d'],
])('%s that is not understood is code, and the line is named', (_, source, line) => {
  expect(read(source)).toEqual({ lines: ['code null'], problems: [`notes/diagram: ${line}`] });
});

test.each([
  ['shapes and arrows', 'graph LR\nA --> B'],
  ['a line alone', 'xychart-beta\nx-axis [a, b]\nline [2, 3]'],
  ['more rows than are told apart', `xychart-beta\nx-axis [a, b]${'\nbar [1, 2]'.repeat(4)}`],
  ['a row that lacks a number', 'xychart-beta\nx-axis [a, b]\nbar [1, 2]\nbar [1]'],
  ['what nobody draws', 'gitGraph\ncommit'],
])('%s are left to the renderer', (_, source) => {
  expect(read(source)).toEqual({ lines: ['code mermaid'], problems: [] });
});
