import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionMeant, parseArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { folderWith, lectern } from './lectern.ts';

test('notes alone are built; options may stand anywhere', () => {
  expect(parseArguments(['a.md', '-o', 'out', 'b.md', '--to=html', '-q'])).toEqual({
    kind: 'build',
    paths: ['a.md', 'b.md'],
    flags: {
      values: new Map([
        ['out', 'out'],
        ['to', 'html'],
      ]),
      switches: new Set(['quiet']),
    },
  });
  expect(parseArguments(['build', 'a.md'])).toEqual(parseArguments(['a.md']));
});

test('after -- everything is a path, and - is a value', () => {
  expect(parseArguments(['--', '--odd.md'])).toMatchObject({ kind: 'build', paths: ['--odd.md'] });
  expect(parseArguments(['init', 'a.md', '-o', '-'])).toMatchObject({
    flags: { values: new Map([['out', '-']]) },
  });
});

test.each([
  [[], undefined],
  [['--help'], undefined],
  [['help'], undefined],
  [['help', 'init'], 'init'],
  [['explain', 'talk.md', '--help'], 'explain'],
  [['talk.md', '-h'], 'build'],
] as const)('help: %j', (argv, topic) => {
  expect(parseArguments(argv)).toMatchObject({ kind: 'help', topic: topic && { name: topic } });
});

test.each([
  [['talk.md', '-theme', 'paper'], 'lectern build has no option -theme', 'did you mean --theme?'],
  [['talk.md', '-out', 'deck'], 'lectern build has no option -out', 'did you mean --out?'],
  [['talk.md', '-to=pdf'], 'lectern build has no option -to', 'did you mean --to?'],
  ...['--output', '-output', '--output=x'].map(
    (word) =>
      [
        ['talk.md', word, 'deck'],
        `lectern build has no option ${word.replace('=x', '')}`,
        'did you mean --out?',
      ] as const,
  ),
  [['talk.md', '--format', 'pdf'], 'lectern build has no option --format', 'did you mean --to?'],
  [['--pdf', 'talk.md'], 'lectern build has no option --pdf', 'did you mean --to pdf?'],
  [['talk.md', '-html'], 'lectern build has no option -html', 'did you mean --to html?'],
  [['talk.md', '--handout'], 'lectern build has no option --handout', 'did you mean --to handout?'],
  [['talk.md', '--pptx'], 'lectern build has no option --pptx', 'did you mean --to pptx?'],
  [
    ['talk.md', '--accent', '#7a1fa2'],
    'lectern build has no option --accent',
    'did you mean --token accent="#7a1fa2"?',
  ],
  [['--accent=teal', 'talk.md'], 'lectern build has no option --accent', 'did you mean --token accent=teal?'],
  [['--accent', 'talk.md'], 'lectern build has no option --accent', 'did you mean --token accent=VALUE?'],
  [
    ['talk.md', '--font', 'Fira Sans'],
    'lectern build has no option --font',
    'did you mean --token body-font="Fira Sans"?',
  ],
  [
    ['talk.md', '--open'],
    'lectern build has no option --open',
    expect.stringContaining('there are --out, --hints'),
  ],
  [['talk.md', '--tehme', 'paper'], 'lectern build has no option --tehme', 'did you mean --theme?'],
  [['talk.md', '--browser', 'x'], 'lectern build has no option --browser', 'did you mean --browser-path?'],
  [
    ['check', 'talk.md', '--pdf'],
    'lectern check has no option --pdf',
    expect.stringContaining('there are --out'),
  ],
  [['watch', 'talk.md'], 'there is no command or file "watch"', 'write lectern talk.md --watch'],
  [['pdf', 'talk.md'], 'there is no command or file "pdf"', 'write lectern talk.md --to pdf'],
  [['talk.md', '--stric'], 'lectern build has no option --stric', 'did you mean --strict?'],
  [
    ['doctor', '--theme', 'x'],
    'lectern doctor has no option --theme',
    'there are --out, --browser-path, --help',
  ],
  [['talk.md', '--to'], '--to needs a value', 'write --to FORMATS'],
  [['talk.md', '-o', '--json'], '-o needs a value', 'write -o DIR'],
  [['talk.md', '--out='], '--out needs a value', 'write --out DIR'],
  [['talk.md', '--json=yes'], '--json takes no value', 'write --json alone'],
  [['talk.md', '--to', 'html,pd'], 'there is no format "pd"', 'did you mean pdf?'],
  [
    ['talk.md', '--to', 'docx'],
    'there is no format "docx"',
    'there are html, pdf, handout, notes, marp, png, pptx, pptx-pictures',
  ],
  [['help', 'explan'], 'there is no command "explan"', 'did you mean explain?'],
  [['explan', 'talk.md'], 'there is no command or file "explan"', 'did you mean lectern explain?'],
  [['build'], 'build needs notes', 'write lectern build talk.md'],
  [['explain'], 'explain needs notes', 'write lectern explain talk.md'],
  [['init'], 'init takes one notes file', 'write lectern init talk.md'],
  [
    ['talk.md', '--constructor'],
    'lectern build has no option --constructor',
    expect.stringContaining('there are --out'),
  ],
] as const)('%j is answered', async (argv, message, remedy) => {
  const { code, stdout, stderr } = await lectern(folderWith({ 'talk.md': '# Talk\n' }), argv);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [first, second] = stderr.split('\n');
  expect([first, second]).toEqual([
    `lectern: ${message}`,
    typeof remedy === 'string' ? `  ${remedy}` : remedy,
  ]);
});

test('every token that the documentation names is known as an option that was meant', () => {
  const readme = readFileSync(new URL('../../themes/README.md', import.meta.url), 'utf8');
  const rows = readme.match(/^\| `--.*$/gm) ?? [];
  const names = rows.flatMap((row) => (row.split('|')[1]?.match(/[a-z-]+/g) ?? []).map((it) => it.slice(2)));
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    expect(optionMeant({ word: name, value: 'x' }, commands.build)).toBe(`--token ${name}=x`);
  }
});
