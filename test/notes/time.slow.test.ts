import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';

test('long runs of one sign take no longer than other text', () => {
  const runs = [
    '1',
    '!',
    '~',
    '::: a\n',
    '\\[\n',
    'a) b\n',
    'a\tb\n',
    ' ',
    '\n',
    '%',
    '=',
    '[',
    '`',
    '*',
    '- ',
    '<b>',
    '$',
    ':',
  ];
  for (const run of runs) {
    for (const frame of ['# a#b', '# a\n\nb#c', '```\na#b\n```', '<div>a#b</div>', 'a\n\n- #']) {
      const start = performance.now();
      parseNotes({ path: 'n.md', text: frame.replace(/#(?=\S|$)/, () => run.repeat(4000)) });
      expect(performance.now() - start, `${frame} ${run}`).toBeLessThan(4000);
    }
  }
});

test.each([
  ['Marp’s comments without an end', '---\nmarp: true\n---\n', '<!-- '],
  ['styles without an end', '---\nmarp: true\n---\n', '<style>\n'],
  ['blank lines below remark’s keys', 'class: center\n', '\n'],
  ['pictures without an end', '', '![['],
  ['carets', '', '^ a\n\n'],
  ['divs without an end', '', '::: notes\n# a\n'],
  ['lines of metadata', '', 'Title: b\n'],
  ['rules', '', '\n--\n\n---\n'],
])('%s by the thousand take a moment', (_, before, run) => {
  const start = performance.now();
  parseNotes({ path: 'n.md', text: before + run.repeat(Math.ceil(100_000 / run.length)) });
  expect(performance.now() - start).toBeLessThan(5000);
});
