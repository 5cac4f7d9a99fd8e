import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lostText } from '../../src/cli/build-summary.ts';
import { lectern } from './lectern.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
const notes = '# Storks\n\n## Nests\n\n- On roofs and poles\n- Used for many years\n';

beforeAll(() => {
  writeFileSync(join(folder, 'storks.md'), notes);
  writeFileSync(
    join(folder, 'tiny.css'),
    '/* @theme tiny */\n@import "recap";\nsection li { font-size: 12px }\n',
  );
});

describe('lectern check', () => {
  test('says of a sound deck that nothing was found, and leaves nothing behind', async () => {
    const { code, stdout: out } = await lectern(folder, ['check', 'storks.md']);
    expect(out).toMatch(/^storks\.md +2 slides +10 words +nothing found, handout from 13\.6 pt\nchecked in /);
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['storks.md', 'tiny.css']);
  });

  test('gives a line for each finding with the line of the notes, and exits with 1', async () => {
    const { code, stdout: out } = await lectern(folder, [
      'check',
      'storks.md',
      '--theme',
      'tiny.css',
      '-o',
      'out',
    ]);
    expect(out).toMatch(
      /^storks\.md:5: small: “On roofs.*” 12\.0 px on slide 2, body text is at least 24 px \(HTML\)$/m,
    );
    expect(out).toMatch(/^storks\.md:3: small: text of slide 2 prints at 3\.1 pt, 3 on a page \(handout\)$/m);
    expect(out).toMatch(/2 findings, handout from 3\.1 pt$/m);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'out/storks.html')) && existsSync(join(folder, 'out/storks.pdf'))).toBe(
      true,
    );
  });

  test('prints one object for programs', async () => {
    const { code, stdout: out } = await lectern(folder, [
      'check',
      'storks.md',
      '--json',
      '--theme',
      'tiny.css',
    ]);
    const [one] = JSON.parse(out).notes;
    expect(one).toMatchObject({
      path: 'storks.md',
      slides: 2,
      scaled: [],
      deserted: [],
      excepted: [],
      words: { notes: 10, slides: 10, presenterNotes: 0 },
      findings: [
        { code: 'check/small', path: 'storks.md', line: 5, column: 3, output: 'HTML', slide: 2 },
        { code: 'check/small', path: 'storks.md', line: 3, column: 1, output: 'handout', slide: 2 },
      ],
    });
    expect(code).toBe(1);
  });

  test('measures the design when it is asked to, which fails a strict check alone', async () => {
    const own = mkdtempSync(join(tmpdir(), 'lectern-test-'));
    writeFileSync(join(own, 'cranes.md'), '# Cranes\n\n## Nests\n\n- reeds\n');
    const { code, stdout: out } = await lectern(own, ['check', 'cranes.md', '--design']);
    expect(out).toMatch(/^cranes\.md:3: design\/thin: slide 2: 1 word below .+; .+$/m);
    expect(out).toMatch(/^ {2}titles used once +100 % +≥ 85 %$/m);
    expect(out).toMatch(/nothing found, handout from 13\.6 pt, \d+ remarks? on the design$/m);
    expect(code).toBe(0);
    const strict = await lectern(own, ['check', 'cranes.md', '--design', '--strict', '--json']);
    const [{ design, findings }] = JSON.parse(strict.stdout).notes;
    expect(findings).toEqual([]);
    expect(design.findings[0]).toMatchObject({ path: 'cranes.md', line: 3, severity: 'warning', slide: 2 });
    expect(design.slides).toHaveLength(2);
    expect(strict.code).toBe(1);
  });

  test('exits with 1 for notes that are not there, with 2 without a browser', async () => {
    expect((await lectern(folder, ['check', 'cranes.md'])).code).toBe(1);
    expect((await lectern(folder, ['check', 'storks.md', '--browser-path', '/nowhere'])).code).toBe(2);
  });
});

describe('the ledger of a build', () => {
  test('is in the JSON, with lines, words and places', async () => {
    const { stdout: out } = await lectern(folder, [
      'build',
      'storks.md',
      '--to',
      'html',
      '-o',
      'built',
      '--json',
    ]);
    const [one] = JSON.parse(out).notes;
    expect(one.ledger).toEqual([
      { lines: [1, 1], words: 1, to: [{ slide: 1, slot: 'title' }] },
      { lines: [3, 3], words: 1, to: [{ slide: 2, slot: 'title' }] },
      { lines: [5, 5], words: 4, to: [{ slide: 2, slot: 'under-rule' }] },
      { lines: [6, 6], words: 4, to: [{ slide: 2, slot: 'under-rule' }] },
    ]);
    expect(one.lost).toBeUndefined();
  });

  test('names the words that are nowhere and asks to report them', () => {
    const lost = [{ line: 12, words: 'egg nest' }];
    const built = {
      path: 'a.md',
      outputs: [],
      slides: [],
      details: 'slide' as const,
      ledger: [],
      diagnostics: [],
      milliseconds: {},
    };
    expect(lostText([{ ...built, lost }])).toMatch(
      /^a\.md:12: lost: “egg nest”\n\n.*fault in Lectern.*report/s,
    );
    expect(lostText([{ ...built, lost: [] }])).toBe('');
  });
});
