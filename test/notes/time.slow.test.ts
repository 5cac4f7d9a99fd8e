import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';

test('long runs of one sign take no longer than other text', () => {
  const runs = ['1', '!', ' ', '\n', '%', '=', '[', '`', '*', '- ', '<b>', '$', ':'];
  for (const run of runs) {
    for (const frame of ['# a#b', '# a\n\nb#c', '```\na#b\n```', '<div>a#b</div>', 'a\n\n- #']) {
      const start = performance.now();
      parseNotes({ path: 'n.md', text: frame.replace(/#(?=\S|$)/, () => run.repeat(4000)) });
      expect(performance.now() - start, `${frame} ${run}`).toBeLessThan(4000);
    }
  }
});
