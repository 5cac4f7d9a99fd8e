import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';
import { walkNotes } from '../../src/notes/notes.ts';

function formulas(...paragraphs: readonly string[]): readonly string[] {
  const { value } = parseNotes({ path: 'n.md', text: `# Talk\n\n## One\n\n${paragraphs.join('\n\n')}\n` });
  const found: string[] = [];
  walkNotes(value, (node) => {
    if (node.type === 'math' || node.type === 'inlineMath') found.push(node.value.trim());
  });
  return found;
}

test.each([
  [
    'a macro is known in what follows',
    ['$$ \\newcommand{\\vect}[1]{\\mathbf{#1}} \\vect{a} $$', 'Then $\\vect{b}$.'],
    ['\\mathbf{a}', '\\mathbf{b}'],
  ],
  [
    'a name that KaTeX has is free',
    ['$$ \\newcommand{\\R}{\\mathbb{R}} x \\in \\R $$'],
    ['x \\in \\mathbb{R}'],
  ],
  ['what only defines is not shown', ['$\\newcommand\\half{\\frac12}$', 'See $\\half x$.'], ['\\frac12 x']],
  ['a macro of macros', ['$\\def\\a{b}\\def\\c#1{\\a^#1}\\c{2}$'], ['b^2']],
  ['a command before letters', ['$\\def\\k{\\alpha}\\k x$', '$\\k{}y$'], ['\\alpha x', '\\alpha{}y']],
  [
    'arguments beside commands',
    ['$\\newcommand{\\n}[1]{\\left\\lVert#1b\\right\\rVert}\\n{x}\\n\\alpha$'],
    ['\\left\\lVert xb\\right\\rVert\\left\\lVert\\alpha b\\right\\rVert'],
  ],
  [
    'an operator',
    ['$\\DeclareMathOperator*{\\argmax}{arg\\,max} \\argmax_x f$'],
    ['\\operatorname*{arg\\,max}_x f'],
  ],
  [
    'a label is a number',
    ['$$ a = b \\label{eq:e} $$', 'See $\\eqref{eq:e}$.'],
    ['a = b \\tag{1}', '\\text{(1)}'],
  ],
])('%s', (_, paragraphs, expected) => {
  expect(formulas(...paragraphs)).toEqual(expected);
});

test.each([
  [
    'rows of an environment, and those that ask for none',
    [
      '$$\n\\begin{align} a &= b \\label{a} \\\\ c &= d \\nonumber \\\\ e &= \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\end{align}\n$$',
      'See $\\ref{a}$ and $\\eqref{b}$.',
      '$$\n\\begin{equation} x \\label{b} \\end{equation}\n$$',
    ],
    [
      '\\begin{align} a &= b \\tag{1}\\\\ c &= d \\nonumber \\\\ e &= \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\tag{2}\\end{align}',
      '\\text{1}',
      '\\text{(3)}',
      '\\begin{equation} x \\tag{3}\\end{equation}',
    ],
  ],
  ['a number of its own', ['$$ a \\tag{R1} \\label{r} $$', '$\\ref{r}$'], ['a \\tag{R1}', '\\text{R1}']],
  [
    'none for a starred one',
    ['$$\n\\begin{align*} a \\end{align*}\n$$', '$\\def\\k{x}\\k$'],
    ['\\begin{align*} a \\end{align*}', 'x'],
  ],
])('numbers: %s', (_, paragraphs, expected) => {
  expect(formulas(...paragraphs)).toEqual(expected);
});

test.each([
  ['nothing is defined', '\\vect{b} \\eqref{x}'],
  ['a longer name', '\\newcommand{\\v}{x} \\vec{b}', '\\vec{b}'],
  ['a default that KaTeX does not know', '\\newcommand{\\v}[2][1]{x} \\v'],
  ['a definition that does not end', '\\newcommand{\\v}{x'],
  ['one of itself', '\\def\\a{\\a\\a}\\a'],
])('a formula stays as it is: %s', (_, tex, expected = tex) => {
  expect(formulas(`$${tex}$`)).toEqual([expected]);
});
