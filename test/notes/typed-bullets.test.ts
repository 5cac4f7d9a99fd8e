import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedBullets } from '../../src/notes/markdown/typed-bullets.ts';

const lines = fc.array(
  fc.constantFrom(
    '• a seal',
    '  ◦  an otter',
    '\t·\ttabs',
    '– a dash',
    '- minus',
    'words',
    '',
    '```',
    '> • quoted',
    '\r',
  ),
  { maxLength: 30 },
);

test('every letter of a rewritten text has its place in the written one', () => {
  fc.assert(
    fc.property(lines, (parts) => {
      const written = parts.join('\n');
      const { text, place } = typedBullets(written, 'text');
      for (const [at, letter] of [...text].entries()) {
        const was = written[place(at)];
        expect(was === letter || (/[- ]/.test(letter) && /[•◦·–\t ]/.test(was ?? ''))).toBe(true);
      }
      expect(place(text.length)).toBe(written.length);
    }),
  );
});

test('a marker that is followed by wide spaces or a tab is as good', () => {
  expect(typedBullets('•\u00a0\u00a0a seal\n·\tan otter', 'text').text).toBe('- a seal\n- an otter');
});

test('front matter is left alone', () => {
  const text = '---\ntitle: x\nlist: |\n  • a\n  • b\n---\n\n• c\n';
  expect(typedBullets(text, 'front matter').text).toBe(text.replace('• c', '- c'));
});

test.each([
  ['dialogue', '– Who is there?\n'],
  ['dashes', '– a dash\n'],
  ['wrapped dashes', '– a dash\nwords\n'],
  ['nested dashes', '– a dash\n  – below\n'],
  ['words before dots', `${'words\n'.repeat(20_000)}• dot\n`],
])('%s by the thousand take a moment', (_, line) => {
  const start = performance.now();
  typedBullets(line.repeat(Math.ceil(400_000 / line.length)), 'text');
  expect(performance.now() - start).toBeLessThan(2000);
});
