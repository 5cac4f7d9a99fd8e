import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
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
    'there are html, pdf, handout, notes, marp, png, pptx',
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
