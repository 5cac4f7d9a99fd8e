import { expect, test } from 'vitest';
import { positionOf } from '../../src/diagnostics/index.ts';
import { validateCss } from '../../src/theme/validate-css.ts';

function problemsOf(css: string): readonly string[] {
  const { value, diagnostics } = validateCss({ name: 'own', path: 'own.css', css });
  expect(validateCss(value).diagnostics).toEqual([]);
  return diagnostics.map(({ message, span }) => {
    const { line, column } = positionOf({ path: 'own.css', text: css }, span);
    return `${line}:${column} ${message}`;
  });
}

test.each([
  ['section { color: red;\n', ['1:1 the block that begins here never ends']],
  ['section { color: red; }\n}\n', ['2:1 this `}` ends nothing']],
  [
    'a { content: "x; }\n',
    ['1:14 the string that begins here never ends', '1:1 the block that begins here never ends'],
  ],
  ['a { color: red }\n/* never', ['2:1 the comment that begins here never ends']],
  ['a { color red; }\nb { size }\n', ['1:5 `color` is no declaration', '2:5 `size` is no declaration']],
  [
    'a { background: url("x.png; }\n',
    [
      '1:21 the string that begins here never ends',
      '1:20 the bracket that is opened here is never closed',
      '1:1 the block that begins here never ends',
    ],
  ],
  [
    'a { width: calc(1px + 2px; }\nb { color: red }',
    ['1:16 the bracket that is opened here is never closed'],
  ],
  ['a { color: red\n  size: 3px }', ['1:15 a semicolon is missing before this']],
  ['@ { }\n', ['1:1 this `@` has no name behind it']],
  ['just words', ['1:1 `just` is no declaration']],
])('%s', (css, problems) => {
  expect(problemsOf(css)).toEqual(problems);
});

test.each([
  '',
  '@font-face { font-family: "a } b"; src: url(x.woff2) }\nsection { color: red }',
  'a::before { content: "}{;/*" } /* } " */ b { background: url( x.png ) }',
  '@media (width < 9px) { a { & > b { color: red } } }',
  '\ufeffa{color:red}',
  'a { --x: { b: c }; --y: ; }',
])('valid: %s', (css) => {
  expect(problemsOf(css)).toEqual([]);
});
