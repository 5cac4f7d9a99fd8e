// A theme that is wrong is the user's mistake: every place of it is named, in one run, and never with a stack trace.
import { expect, test } from 'vitest';
import { folderWith, lectern } from '../cli/lectern.ts';

const start = '/* @theme own */\n@import "recap";\n';

const startOf = (css: string): string => (css.includes('@theme') ? '@import "recap";\n' : start);

const invalid: Readonly<Record<string, string>> = {
  'no closing brace': 'section { color: red;\n',
  'a brace too many': 'section { color: red } }\n',
  'a string that never ends': 'section::after { content: "x; }\n',
  'a comment that never ends': 'section { color: red }\n/* never',
  'a bracket that never ends': 'section { width: calc(1px + 2px; }\n',
  'an address that never ends': 'section { background: url(x.png; }\n',
  'words alone': 'just words\n',
  'a declaration without a colon': 'section { color red }\n',
  'an at sign alone': '@ { }\n',
  'no semicolon': 'section { color: red\n  width: 3px }\n',
  'an import of itself': '@import "own";\n',
  'the name of the theme it builds on': '/* @theme recap */\n',
  'JSON in its place': '{ "theme": "own" }\n',
  'blocks deep inside each other': 'section {\n'.repeat(200) + '}'.repeat(200),
  'Markdown in its place': '# Theme\n\n- a\n- b "c\n',
};

test.each(Object.entries(invalid))('%s', async (_, css) => {
  const folder = folderWith({ 'talk.md': '# Talk\n\n## One\n\n- a\n', 'own.css': startOf(css) + css });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html', '--theme', './own.css']);
  expect(stderr).toMatch(/own\.css:\d+:\d+ error .*\[theme\/syntax\]\n +│\n/);
  expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(code).toBe(1);
});

test('all places at once', async () => {
  const css = 'a { color red }\nb { content: "x }\n}\nc { d }\n';
  const folder = folderWith({ 'talk.md': '# Talk\n\n## One\n\n- a\n', 'own.css': start + css });
  const { stderr } = await lectern(folder, ['talk.md', '--to', 'html', '--theme', './own.css']);
  expect(stderr.match(/own\.css:(\d+):/g)).toEqual(['own.css:3:', 'own.css:4:', 'own.css:6:']);
});

/** Valid, or so that CSS passes over what is wrong. */
const odd: Readonly<Record<string, string>> = {
  nothing: '',
  'a brace in a string of a font': '@font-face { font-family: "a } b"; src: url(none.woff2) }\n',
  'selectors that are none': 'section:::x { color: red } >> { color: red } '.replace(' ', ''),
  'a query that is none': '@media foo bar { section { color: red } }',
  'an import that is not there': '@import "nothing";\n',
  'an import from the network': '@import url("https://canary.invalid/a.css");\n',
  'no values': 'section { --accent:; --body-size: ; --text: }\n',
  'values of other kinds': 'section { --body-size: red; --accent: 12px; --space-small: calc(1px / 0); }\n',
  'variables in a circle': 'section { --accent: var(--text); --text: var(--accent); }\n',
  'an end of the element': 'section::after { content: "</style><script>canary(1)</script>" }\n',
  'a size that is none': '/* @size 16:9 x y */\n',
  'a charset': '@charset "utf-7";\n',
  'a layer': '@layer a, b; @layer a { section { color: red } }\n',
  'an at-rule that nothing ends': '@layer a /* @themeless */',
  'a name that stands in a string': 'section::after { content: "@theme own" }\n',
  '20,000 variables, each the next': `section { --body-size: var(--a0); ${Array.from({ length: 20_000 }, (_, at) => `--a${at}: var(--a${at + 1});`).join('')} }`,
  'a variable of 2 to the power of 40 words': `section { --body-size: var(--a0); ${Array.from({ length: 40 }, (_, at) => `--a${at}: var(--a${at + 1}) var(--a${at + 1});`).join('')} --a40: x }`,
  'brackets deep inside each other': `section { --body-size: ${'calc('.repeat(3000)}30px${')'.repeat(3000)}; --space-small: var(--a, ${'('.repeat(2000)}${')'.repeat(2000)}) }`,
  'a sum of 100,000 terms': `section { --body-size: calc(${'1px + '.repeat(100_000)}30px) }`,
  nesting: 'section { h2 { & > b { color: red } } }\n',
};

test.each(Object.entries(odd))('built with %s', async (_, css) => {
  const folder = folderWith({ 'talk.md': '# Talk\n\n## One\n\n- a\n', 'own.css': startOf(css) + css });
  const { code, stderr } = await lectern(folder, ['talk.md', '--to', 'html', '--theme', './own.css']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/\n\s+at .*:\d+:\d+/) });
});
