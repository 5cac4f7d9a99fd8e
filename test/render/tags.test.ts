import { describe, expect, test } from 'vitest';
import { printMark, readPrintMark } from '../../src/browser/index.ts';
import {
  readContentStream,
  type Target,
  writeContentStream,
} from '../../src/render/print/tags/content-stream.ts';
import { mendStructure } from '../../src/render/print/tags/mend-structure.ts';
import {
  element,
  type MarkedContent,
  type StructureElement,
  type StructureKid,
} from '../../src/render/print/tags/structure.ts';
import { titleLevels } from '../../src/render/print/title-levels.ts';

/** Numbers below 100 are text, others are grounds and rules. */
const contents = {
  isText: ({ mcid }: MarkedContent) => mcid < 100,
  takeText: (page: number, text: string): MarkedContent | undefined =>
    text === '1' || text === '2' ? { kind: 'content', page, mcid: -Number(text) } : undefined,
};

const text = (mcid: number): MarkedContent => ({ kind: 'content', page: 0, mcid });
const el = (role: string, ...kids: readonly StructureKid[]): StructureElement => element(role, kids);
const named = (
  role: string,
  mark: Parameters<typeof printMark>[0],
  ...kids: readonly StructureKid[]
): StructureElement => element(role, kids, { alt: printMark(mark) });

function shape(kid: StructureKid): string {
  if (kid.kind === 'annotation') return 'annotation';
  if (kid.kind === 'content') return String(kid.mcid);
  return `${kid.role}(${kid.kids.map(shape).join(' ')})`;
}

const mended = (...kids: readonly StructureKid[]): string =>
  shape(mendStructure(el('Document', ...kids), contents));

test('a mark is read as it was made, whatever white space is in it', () => {
  const mark = { role: 'Code', text: 'a  b\n\tc' };
  expect(readPrintMark(printMark(mark))).toEqual(mark);
  expect(printMark(mark)).not.toMatch(/\s/);
  expect(readPrintMark('A picture')).toBeUndefined();
});

describe('the tree', () => {
  test('has no types that say nothing, and no grounds', () => {
    expect(mended(el('NonStruct', text(100), el('Div', el('P', el('NonStruct', text(1)), text(101)))))).toBe(
      'Document(P(1))',
    );
  });

  test('has pictures with words, and no others', () => {
    expect(
      mended(
        element('Figure', [text(100)], { alt: 'A hippo' }),
        element('Figure', [text(101)], { alt: ' ' }),
      ),
    ).toBe('Document(Figure(100))');
    expect(mended(el('Figure', el('P', text(1))))).toBe('Document(P(1))');
  });

  test('has what the page called by its name', () => {
    expect(mended(named('Figure', { role: 'Sect' }, el('P', text(1))))).toBe('Document(Sect(P(1)))');
    expect(
      mended(
        named(
          'Figure',
          { role: 'Code', text: 'a' },
          el('Code', el('NonStruct', text(1)), el('NonStruct', text(2))),
        ),
      ),
    ).toBe('Document(P(Code(1 2)))');
  });

  test('has words in paragraphs', () => {
    expect(mended(el('Sect', text(1), el('Link', text(2)), el('P', text(3)), el('Span', text(4))))).toBe(
      'Document(Sect(P(1 Link(2)) P(3) P(Span(4))))',
    );
    expect(mended(el('Sect', element('Formula', [text(1)], { alt: 'x' })))).toBe(
      'Document(Sect(Formula(1)))',
    );
  });

  test('has lists of items with bodies, and one list where it stood in columns', () => {
    const list = el('L', el('LI', text(1)));
    expect(mended(el('NonStruct', list), el('NonStruct', el('L', el('LI', text(2)))))).toBe(
      'Document(L(LI(LBody(1)) LI(LBody(2))))',
    );
    expect(mended(el('L', el('LI', text(1), el('L', el('LI', text(2))))))).toBe(
      'Document(L(LI(LBody(P(1) L(LI(LBody(2)))))))',
    );
    expect(mended(el('L', el('LI', text(1)), el('P', text(2))))).toBe(
      'Document(L(LI(LBody(1)) LI(LBody(2))))',
    );
  });

  test('has numbers of items where the page draws them', () => {
    const items = ['1', '2', '9'].map((label, at) => named('Figure', { role: 'LI', label }, text(at + 1)));
    expect(mended(named('Figure', { role: 'L', label: 'Decimal' }, ...items))).toBe(
      'Document(L(LI(Lbl(-1) LBody(1)) LI(Lbl(-2) LBody(2)) LI(LBody(3))))',
    );
  });

  test('has contents of references and page numbers', () => {
    const entry = (at: number) =>
      named('Figure', { role: 'TOCI' }, el('L', el('LI', el('Link', text(at)))), el('P', text(at + 1)));
    expect(mended(named('Figure', { role: 'TOC' }, entry(1), entry(3)))).toBe(
      'Document(TOC(TOCI(Reference(Link(1)) P(2)) TOCI(Reference(Link(3)) P(4))))',
    );
    expect(
      mended(
        named(
          'Figure',
          { role: 'TOC' },
          named('Figure', { role: 'TOCI' }, el('Link', text(1), el('P', text(2)))),
        ),
      ),
    ).toBe('Document(TOC(TOCI(Reference(Link(1)) P(2))))');
  });

  test('has tables of rows of cells, empty ones too', () => {
    const row = el('TR', el('TD', text(1)), el('TD'));
    expect(mended(el('Table', text(100), el('NonStruct', row)))).toBe('Document(Table(TR(TD(1) TD())))');
    expect(mended(el('Table', el('TR', text(1)), el('P', text(2))))).toBe(
      'Document(Table(TR(TD(1)) TR(TD(P(2)))))',
    );
  });

  test('has headings that begin with the first level and skip none', () => {
    const heads = (...levels: readonly number[]): string =>
      mended(...levels.map((level) => el(`H${level}`, text(level)))).replace(/\(\d\)/g, '');
    expect(heads(1, 2, 4, 2, 3)).toBe('Document(H1 H2 H3 H2 H3)');
    expect(heads(3, 3, 5, 2)).toBe('Document(H1 H1 H2 H1)');
  });
});

test('a title is as deep in the outline as its slide, and its section’s where it bears that name', () => {
  const slide = (title: string, ...section: readonly string[]) => ({ title, section }) as never;
  const slides = [
    slide('Food', 'Food'),
    slide('Grass', 'Food'),
    slide('Food, part 2 of 2', 'Food'),
    slide('Salt', 'Food', 'Meals'),
    slide('Thanks'),
  ];
  expect(titleLevels(slides)).toEqual([2, 3, 2, 4, 2]);
});

describe('the stream of a page', () => {
  const stream = [
    'q',
    '/P <</MCID 0 >>BDC',
    '0 0 9 9 re',
    'f',
    'EMC',
    '/P <</MCID 1 >>BDC',
    'BT',
    '<0001> Tj',
    'ET',
    'EMC',
    '0 0 1 1 re',
    'W* n',
    '/X1 Do',
    'Q',
  ].join('\n');

  test('is read as what is drawn, with its marks', () => {
    expect(readContentStream(stream).paintings).toEqual([
      { kind: 'path', first: 2, last: 3, mcid: 0 },
      { kind: 'text', first: 6, last: 8, mcid: 1 },
      { kind: 'object', first: 12, last: 12, name: 'X1' },
    ]);
  });

  test('is written with other marks, each line as it was', () => {
    const targets: readonly Target[] = ['artifact', { mark: '/P <</MCID 0>>' }, 'bare'];
    const written = writeContentStream(readContentStream(stream), targets).split('\n');
    expect(written).toEqual([
      ...['q', '/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', '/P <</MCID 0>> BDC', 'BT', '<0001> Tj', 'ET'],
      ...['0 0 1 1 re', 'W* n', 'EMC', '/X1 Do', 'Q'],
    ]);
    const isMark = (line: string): boolean => /B[DM]C$|^EMC$/.test(line);
    expect(written.filter((line) => !isMark(line))).toEqual(
      stream.split('\n').filter((line) => !isMark(line)),
    );
  });

  test('neighbours of one mark are one', () => {
    const target: Target = { mark: '/P <</MCID 0>>' };
    const written = writeContentStream(readContentStream(stream), [target, target, 'artifact']);
    expect(written.match(/BDC/g)).toHaveLength(1);
  });
});
