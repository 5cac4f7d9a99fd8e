import { expect, test, vi } from 'vitest';
import { diagramSvg } from '../../src/render/diagram/diagram-svg.ts';
import { diagramPicture, diagramRoom } from '../../src/render/diagram/draw-diagrams.ts';
import { unescapeHtml } from '../../src/render/html-text.ts';
import { renderMarp } from '../../src/render/marp/index.ts';
import { baseTheme, deckOf } from './talk.ts';

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\``;

async function render(...sources: readonly string[]) {
  const slides = sources.map((source, at) => ({ title: `Slide ${at}`, body: fence(source) }));
  return renderMarp(deckOf(slides, { mermaid: true }), await baseTheme());
}

test('a diagram is drawn in the colours and the font of its slide, and fetches nothing', async () => {
  const { html, diagnostics } = await render('graph LR\n  a[one] -->|leads to| b[two]');
  expect(html).toContain('--bg:var(--ground);--fg:var(--ink)');
  expect(html).toContain('font-family: inherit');
  expect(html).not.toMatch(/@import|Inter|https?:\/\/fonts/);
  expect(html).toContain('leads to');
  expect(diagnostics).toEqual([]);
});

test('diagrams share no names: arrowheads of a hidden slide are not drawn', async () => {
  const { html } = await render('graph LR\n  a --> b', 'graph LR\n  c --> d');
  const names = [...html.matchAll(/<marker id="([^"]*)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [, name] of html.matchAll(/url\(#([^)]*)\)/g)) expect(names).toContain(name);
});

test.each([
  ['flowchrt LR\n  a --> b', '“flowchrt LR” begins no diagram that is known'],
  ['gitGraph\n  commit "a <b>"', '“gitGraph” begins no diagram that is known'],
  ['graph LR', 'there is nothing in it'],
])('what cannot be drawn is shown as code, with a warning and no stack: %s', async (source, reason) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { html, diagnostics } = await render(source);
  expect(warn).not.toHaveBeenCalled();
  expect(html).toContain('<pre class="undrawn"');
  expect(html).not.toContain('<b>');
  expect(diagnostics).toMatchObject([
    { code: 'render/diagram', severity: 'warning', message: `the diagram cannot be drawn: ${reason}` },
  ]);
  warn.mockRestore();
});

test('the warning stands at the first line of the diagram', async () => {
  const text = `# Whales\n\n${fence('gitGraph\n  commit')}\n`;
  const deck = deckOf([{ title: 'Whales', body: fence('gitGraph\n  commit') }], { mermaid: true });
  const [slide] = deck.slides;
  const whole = { ...deck, slides: [{ ...slide, spans: [{ path: 'w.md', start: 0, end: text.length }] }] };
  const { diagnostics } = await renderMarp(whole as typeof deck, await baseTheme(), { path: 'w.md', text });
  const { start, end } = diagnostics[0]?.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('gitGraph');
});

test.each([
  ['two arrows and brackets', 'graph TD\nA --> --> [[[', 1, '`A --> --> [[[` is not understood'],
  [
    'a bracket that is not closed',
    'graph TD\nA --> B\nA[one --> B[two]',
    2,
    '`A[one --> B[two]` is not understood',
  ],
  ['a brace that is not closed', 'graph TD\nA{one} --> B{two', 1, '`A{one} --> B{two` is not understood'],
  ['an arrow to nothing', 'graph LR\n\n%% later\n  A -->', 3, '`A -->` is not understood'],
  ['an arrow from nothing', 'graph TD\n--> B', 1, '`--> B` is not understood'],
  ['a sentence', 'graph TD\nA --> B\nand so on', 2, '`and so on` is not understood'],
  ['a group that never ends', 'graph TD\nsubgraph X\nA-->B', 1, '`subgraph X` never ends'],
  ['an end of nothing', 'graph TD\nA-->B\nend', 2, '`end` is not understood'],
  ['a message to nobody', 'sequenceDiagram\nA->>B: hi\nA->>', 2, '`A->>` is not understood'],
  [
    'a note of no state',
    'stateDiagram-v2\nA --> B\nnote below A : x y',
    2,
    '`note below A : x y` is not understood',
  ],
  [
    'a line beside a choice',
    'stateDiagram-v2\nstate c <<choice>>\nA --> c\nand so on',
    3,
    '`and so on` is not understood',
  ],
  [
    'a line below a title',
    '---\ntitle: T\n---\ngraph LR\nA --> B\nand so on',
    5,
    '`and so on` is not understood',
  ],
  ['a class that never ends', 'classDiagram\nclass A {\n+x', 1, '`class A {` never ends'],
  ['two words for an entity', 'erDiagram\nSHIP CREW', 1, '`SHIP CREW` is not understood'],
  ['bars that do not end', 'xychart-beta\nbar [1, 2', 1, '`bar [1, 2` is not understood'],
  ['an empty sequence', 'sequenceDiagram', 0, 'there is nothing in it'],
  ['a flowchart of comments', 'graph TD\n%% nothing', 0, 'there is nothing in it'],
])('what would be left out of the drawing is told with its line: %s', async (_, source, line, reason) => {
  const text = `# Whales\n\n${fence(source)}\n`;
  const deck = deckOf([{ title: 'Whales', body: fence(source) }], { mermaid: true });
  const spans = [{ path: 'w.md', start: 0, end: text.length }];
  const whole = { ...deck, slides: deck.slides.map((slide) => ({ ...slide, spans })) };
  const { html, diagnostics } = await renderMarp(whole, await baseTheme(), { path: 'w.md', text });
  expect(diagnostics).toMatchObject([{ message: `the diagram cannot be drawn: ${reason}` }]);
  const { start, end } = diagnostics[0]?.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe(source.split('\n')[line]?.trim());
  expect(diagnostics[0]?.help).toMatch(/^its source is shown as code; /);
  const shown = /<pre class="undrawn"[^>]*><code>([\s\S]*?)<\/code>/.exec(html)?.[1] ?? '';
  expect(unescapeHtml(shown)).toBe(source);
});

test('a fence with nothing in it is told', async () => {
  const { diagnostics } = await render('');
  expect(diagnostics).toMatchObject([{ message: 'the diagram cannot be drawn: there is nothing in it' }]);
});

test.each([
  ['no space around arrows', 'graph TD\nA-->B\nB-->|so|C[See]', ['A', 'B', 'See', 'so']],
  ['a label that comes later', 'graph TD\nA --> B\nB[Label]', ['A', 'Label']],
  ['names in other letters', 'graph TD\nZürich --> 東京', ['Zürich', '東京']],
  ['brackets in quotes', 'graph TD\nA["q [1] (w)"] --> B("a|b")', ['a|b', 'q [1] (w)']],
  ['semicolons', 'graph TD; A-->B; B-->C;', ['A', 'B', 'C']],
  ['no direction', 'graph\nA --> B', ['A', 'B']],
  ['words in an arrow', 'graph LR\nA-- text -->B-. more .->C', ['A', 'B', 'C', 'more', 'text']],
  ['every kind of arrow', 'graph LR\nA --- B --o C --x D ==> E -.-> F <--> G ----> H', [...'ABCDEFGH']],
  ['what cannot be seen', 'graph LR\nA ~~~ B\nclick A "https://example.org"\ndirection TB', ['A', 'B']],
  ['groups', 'graph TD\nsubgraph one [First (1)]\na-->b\nend\none --> c', ['First (1)', 'a', 'b', 'c']],
  ['a parallelogram', 'graph TD\nA[/in/] --> B[\\out\\]', ['in', 'out']],
])('all of a flowchart is drawn, however it is written: %s', async (_, source, words) => {
  const { html, diagnostics } = await render(source);
  const drawn = [...html.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, text = '']) =>
    unescapeHtml(text.replace(/<[^>]*>/g, '')),
  );
  expect(diagnostics).toEqual([]);
  expect(drawn.sort()).toEqual([...words].sort());
});

/** The words of a drawing, each line for itself. */
function wordsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, text = '']) =>
    unescapeHtml(text.replace(/<[^>]*>/g, '')),
  );
}

const textWidth = (text: string, size: number): number => 0.55 * size * text.length;
const room = { width: 1120, height: 468, textWidth };

test.each([
  [
    'its title',
    '---\ntitle: Shop flow\nconfig:\n  theme: dark\n---\nflowchart LR\nA --> B',
    ['A', 'B', 'Shop flow'],
  ],
  [
    'codes of signs',
    'flowchart LR\nA["Say #quot;hi#quot;"] --> B["No. #35;1 #9829;"]',
    ['Say "hi"', 'No. #1 ♥'],
  ],
  [
    'numbers of messages',
    'sequenceDiagram\nautonumber 10 5\nA->>B: Ask\nB-->>A: Answer',
    ['10. Ask', '15. Answer', 'A', 'B'],
  ],
  [
    'remarks on attributes',
    'erDiagram\nUSER {\nint id PK, FK "the key, and more"\n}\nUSER ||--o{ POST : writes',
    ['USER', 'PK,FK', 'int', 'id – the key, and more', 'POST', 'writes'],
  ],
  [
    'quoted labels of an axis',
    'xychart-beta\nx-axis ["North, East", South]\ny-axis 0 --> 2\nbar [1, 2]',
    ['0', '0.5', '1', '1.5', '2', 'North, East', 'South'],
  ],
])('%s are drawn', (_, source, words) => {
  expect([...wordsOf(diagramSvg(source, 'd', room))].sort()).toEqual([...words].sort());
});

test.each([
  [
    'a label and a note of a class',
    'classDiagram\nclass B["Bank account"]\nShape<|--Circle\nnote for B "keeps<br>money"',
    ['Bank account', 'Shape', 'Circle', 'keeps money'],
  ],
  [
    'names of entities',
    'erDiagram\n"Order Item" {\nstring name\n}\nSHIP\nP["Old port"]\nP ||--o{ SHIP : has',
    ['Order Item', 'string', 'name', 'SHIP', 'Old port', 'has'],
  ],
  [
    'shapes by name',
    'flowchart LR\nA@{ shape: diamond, label: "Really?" } --> B@{ shape: rounded }',
    ['Really?', 'B'],
  ],
  [
    'a coloured ground, and who comes and goes',
    'sequenceDiagram\nrect rgb(1, 2, 3)\nA->>B: one\nend\ncreate participant C\nB->>C: two\ndestroy C',
    ['A', 'B', 'C', 'one', 'two'],
  ],
])('%s are read', (_, source, words) => {
  expect([...wordsOf(diagramSvg(source, 'd', room))].sort()).toEqual([...words].sort());
});

test('states stand in the group that they are named in', () => {
  const source = 'stateDiagram-v2\nA --> G\nstate G {\n[*] --> b\n}\nnote left of A : n';
  const svg = diagramSvg(source, 'd', room);
  const [, x = 0, y = 0, wide = 0, high = 0] = (
    /<g class="subgraph"[^>]*>\s*<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(
      svg,
    ) ?? []
  ).map(Number);
  const [, left = 0, top = 0] = (
    /data-id="d-s-b"[^>]*>\s*<rect x="([\d.]+)" y="([\d.]+)"/.exec(svg) ?? []
  ).map(Number);
  expect(left > x && left < x + wide && top > y && top < y + high).toBe(true);
});

test('rows of a long sequence stand closer, so that its words can be read', () => {
  const messages = Array.from({ length: 8 }, (_, at) => `A->>B: message ${at}`);
  const svg = diagramSvg(`sequenceDiagram\n${messages.join('\n')}`, 'd', room);
  const [, , , height = 0] = /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
  expect((12.5 * room.height) / height).toBeGreaterThan(16);
});

test('classes with type parameters are one class, whoever names them', () => {
  const source =
    'classDiagram\nclass Repo~T~ {\n<<interface>>\n+all() List~T~\n-Map~String, List~T~~ cache\n}\nRepo~T~ <|.. SqlRepo : realizes\nRepo~T~ : +save()';
  const svg = diagramSvg(source, 'd', room);
  expect(svg.match(/<g class="class-node"/g)).toHaveLength(2);
  expect(wordsOf(svg)).toContain('+ all(): List<T>');
  expect(wordsOf(svg)).toContain('- cache: Map<String, List<T>>');
  expect(svg).not.toContain('~');
  expect(svg).not.toContain('JetBrains');
});

test('states with choices and notes are drawn, start and end small', () => {
  const source =
    'stateDiagram-v2\nstate c <<choice>>\n[*] --> c\nc --> Idle : if v = 0\nc --> [*]\nnote right of Idle\nAt rest\nand safe\nend note';
  const svg = diagramSvg(source, 'd', room);
  expect(wordsOf(svg)).toEqual(expect.arrayContaining(['Idle', 'if v = 0']));
  expect(wordsOf(svg).join(' ')).toMatch(/At rest\s*and safe/);
  expect(svg.match(/class="pseudostate"/g)).toHaveLength(2);
});

test('a long note is one, of lines that stand in it, and nothing is cut off', () => {
  const source =
    'sequenceDiagram\nA->>B: Hi\nNote over A,B: A note over both of them that is a good deal longer than the two\nB-->>A: Bye';
  const svg = diagramSvg(source, 'd', room);
  expect(svg.match(/<g class="note"/g)).toHaveLength(1);
  const [left = 0, , wide = 0] = /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
  const [, x = '0'] = /<g class="note"[^>]*><polygon points="(-?[\d.]+)/.exec(svg) ?? [];
  expect(Number(x)).toBeGreaterThanOrEqual(left);
  expect(wide).toBeGreaterThan(200);
});

test('arrows end as they were written', () => {
  const svg = diagramSvg('graph LR\nA --o B\nB x--x C\nC --> D', 'd', room);
  const ends = (from: string): string => new RegExp(`data-from="${from}"[^>]*`).exec(svg)?.[0] ?? '';
  const marker = (tag: string): string => {
    const id = /marker-end="url\(#([^)]*)\)"/.exec(tag)?.[1] ?? '';
    return new RegExp(`<marker id="${id}"[\\s\\S]*?</marker>`).exec(svg)?.[0] ?? '';
  };
  expect(marker(ends('A'))).toContain('<circle');
  expect(marker(ends('B'))).toContain('<path');
  expect(marker(ends('C'))).toContain('<polygon');
  expect(svg).not.toContain('--edge-');
});

test('what was written from top to bottom stays so as long as it can be read', () => {
  const source =
    'flowchart TD\nA[Backup arrives] --> B{Plausible?}\nB -->|yes| C[Restore]\nB -->|no| D{Second copy?}\nD -->|yes| C\nD -->|no| E[Page somebody]';
  const svg = diagramSvg(source, 'd', room);
  const [, , width = 0, height = 0] = /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number) ?? [];
  expect(height).toBeGreaterThan(width);
  expect(12.5 * Math.min(room.width / width, room.height / height)).toBeGreaterThan(16);
});

test('a chain whose words could not be read is laid the other way, one that fits is not', () => {
  const ratio = (way: string, length: number): number => {
    const links = Array.from({ length }, (_, at) => `  n${at} --> n${at + 1}`);
    const svg = diagramSvg(`graph ${way}\n${links.join('\n')}`, 'd', { ...room, height: 400 });
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    return (width ?? 0) / (height ?? 1);
  };
  expect(ratio('TD', 2)).toBeLessThan(1);
  expect(ratio('TD', 6)).toBeGreaterThan(1);
  expect(ratio('LR', 3)).toBeGreaterThan(1);
});

test('labels that are too wide for the slide are broken until they can be read', () => {
  const source = `graph TD
A([Visitor comes in]) --> B{A desk is free?}
B -->|yes| C[Greet and serve]
B -->|no| D[Take a number, sit down]
D --> B
C --> E([Stop the clock])`;
  const svg = diagramSvg(source, 'd', { ...room, width: 800, height: 380 });
  const [, width = 0, height = 0] = /viewBox="[\d.]+ 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  expect(13 * Math.min(800 / width, 380 / height)).toBeGreaterThan(16);
});

test('as a picture it carries the theme’s colours and the words of its labels', async () => {
  const theme = await baseTheme();
  const picture = diagramPicture(
    'graph LR\n  a["one & two"] -->|leads to| b[three]',
    diagramRoom(theme, 'en'),
    theme,
  );
  expect(picture?.alt).toBe('one & two → three: leads to');
  const svg = Buffer.from(
    picture?.url.replace(/^data:image\/svg\+xml;base64,/, '') ?? '',
    'base64',
  ).toString();
  expect(svg).toContain(`--accent:${theme.tokens.get('--accent')};`);
  expect(svg).toContain(`--ground:${theme.tokens.get('--ground')};`);
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  expect(diagramPicture('gitGraph\n  commit', diagramRoom(theme, 'en'), theme)).toBeUndefined();
});
