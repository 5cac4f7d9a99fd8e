import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeHandout } from '../../src/handout/index.ts';
import { plainText } from '../../src/notes/index.ts';
import { openStudio, type Studio } from '../plan/plan-of.ts';
import { requestOf } from './handout-of.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await openStudio();
});

function textsOf(text: string, hints = ''): readonly string[] {
  const request = requestOf(studio, text, `handout: { notes: full }\n${hints}`);
  return makeHandout(request).slides.map(({ notes }) =>
    notes.kind === 'text' ? plainText([...notes.written, ...notes.spoken]) : '',
  );
}

test('beside each slide stands what it was made of, then what is said', () => {
  const text =
    '# T\n\n## One\n\n- a first\n  - below it\n- a second\n\n<!-- Say it. -->\n\n## Two\n\nProse here.\n';
  const [one, two] = textsOf(text);
  expect(one?.split('\n').filter(Boolean)).toEqual(['a first', 'below it', 'a second', 'Say it.']);
  expect(two).toBe('Prose here.');
});

test('details that a hint moves to the presenter notes are not said twice', () => {
  const text = '# T\n\n## One\n\n- a first\n  - below it\n- a second\n';
  const [one] = textsOf(text, 'deck: { details: notes }');
  expect(one?.match(/below it/g)).toHaveLength(1);
  expect(one?.match(/a first/g)).toHaveLength(1);
});

test('headings below those of sections are among the words, in their place', () => {
  const text =
    '# T\n\n## Two ways\n\n### By sea\n\n- slow\n- cheap\n\n### By air\n\n- fast\n- dear\n\n## Then\n\nRest.\n';
  const all = textsOf(text).join('\n');
  expect(all.match(/By sea|slow|By air|dear|Two ways/g)).toEqual(['By sea', 'slow', 'By air', 'dear']);
});

test('a picture that stands on the slide beside is not printed again, a table only where its type is large enough', () => {
  const text =
    '# T\n\n## One\n\nSee it.\n\n![A heron](heron-800x400.png)\n\n## Two\n\n| a | b |\n|---|---|\n| cell | x |\n\n## Three\n\nEnd.\n';
  const request = requestOf(studio, text, 'handout: { notes: full }');
  const types = (tableSize: number): readonly string[] =>
    makeHandout({ ...request, tableSize: () => tableSize }).slides.flatMap(({ notes }) =>
      notes.kind === 'text' ? notes.written.map(({ type }) => type) : [],
    );
  expect(types(36)).toEqual(['paragraph', 'paragraph']);
  expect(types(18)).toEqual(['paragraph', 'table', 'paragraph']);
});

test('every item of the notes is beside exactly one slide, in order', () => {
  const item = fc.tuple(fc.nat({ max: 60 }), fc.boolean());
  const sections = fc.array(fc.array(item, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sections, (shape) => {
      let count = 0;
      const lines = shape.map((items, at) =>
        [
          `## Part ${at}`,
          '',
          ...items.map(([words, nested]) => {
            count += 1;
            return `${nested ? '  ' : ''}- item${count}x ${'word '.repeat(words)}`;
          }),
        ].join('\n'),
      );
      const found =
        textsOf(`# T\n\n${lines.join('\n\n')}\n`)
          .join('\n')
          .match(/item\d+x/g) ?? [];
      expect(found).toEqual(Array.from({ length: count }, (_, index) => `item${index + 1}x`));
    }),
    { numRuns: 25 },
  );
});
