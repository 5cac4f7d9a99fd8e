import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fromJSONSchema } from 'zod';
import { hintsJsonSchema, readHints } from '../../src/hints/index.ts';
import { notesFrom } from './notes-from.ts';

const notes = notesFrom('- a\n- b\n\n## One\n\n- x\n- y\n\n## Two\n\nz\n');

test('no text makes it throw, and every problem has its place in the text', () => {
  const word = fc.constantFrom(
    ...[
      'deck',
      'sections',
      'outline',
      'slides',
      'take',
      'from',
      'title',
      'layout',
      'One',
      'T*',
      'a',
      'x',
      'z',
    ],
    ...[
      ':',
      ': ',
      '\n',
      '\n  ',
      '\n    - ',
      ' - ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '*a',
      '&a ',
      '#',
      '!',
      '|',
      '>',
      '\t',
      '~',
      '---\n',
      '? ',
    ],
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, (text) => {
      const { diagnostics } = readHints({ path: 'hints.yaml', text }, notes);
      for (const { span } of diagnostics) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.start).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});

test('the schema that editors use finds the same values right and wrong', () => {
  const schema = fromJSONSchema(hintsJsonSchema() as Parameters<typeof fromJSONSchema>[0]);
  const scalar = fc.constantFrom<unknown>('bullets', 'x', 'a', 3, 0, 1.5, true, 'notes', '4:3', 'qa');
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, scalar, fc.array(tie('value'), { maxLength: 2 }), tie('group')),
    group: fc.dictionary(
      fc.constantFrom(
        'layout',
        'title',
        'take',
        'slides',
        'perSlide',
        'reveal',
        'from',
        'kind',
        'size',
        'perPage',
        'One',
      ),
      tie('value'),
      { maxKeys: 3 },
    ),
  })).value as fc.Arbitrary<unknown>;
  const hints = fc.record(
    {
      deck: value,
      handout: value,
      sections: fc.dictionary(fc.constant('One'), value),
      outline: fc.array(value, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(hints, (hints) => {
      const text = JSON.stringify(hints);
      const { diagnostics } = readHints({ path: 'hints.yaml', text }, notes);
      const shape = diagnostics.filter(
        ({ code, message }) => shapeCodes.has(code) && !message.includes('where it starts'),
      );
      expect([text, shape.length === 0]).toEqual([text, schema.safeParse(parse(text)).success]);
    }),
    { numRuns: 200 },
  );
});

const shapeCodes = new Set(['hints/wrong-type', 'hints/unknown-key', 'hints/unknown-layout']);
