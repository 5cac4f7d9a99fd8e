import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { markdownTree } from '../../src/notes/markdown/markdown-tree.ts';
import { mathSyntax } from '../../src/notes/markdown/math-syntax.ts';

const pieces = [
  ...[
    'a',
    'b.c',
    'www.',
    'WWW.x.y',
    'http',
    'https://',
    'x.org/',
    '@',
    'a@b.c',
    'mailto:',
    '&#64;',
    '&commat;',
    '&A',
    '&#x40',
  ],
  ...[
    '|',
    ' | ',
    '-',
    '---',
    ':-',
    '-:',
    ':',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '    ',
    '\t',
    '\\',
    '`',
    '<',
    '>',
    '*',
  ],
  ...[
    '~',
    '~~',
    '[x] ',
    '[',
    ']',
    '(',
    ')',
    '[^1]',
    '[^1]: ',
    '# ',
    '1. ',
    '$',
    '$$',
    '!',
    '&amp;',
    '```',
    '\0',
  ],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((words) => words.join(''));

test('what is left out for a text makes no difference to it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const whole = fromMarkdown(text, {
        extensions: [gfm(), mathSyntax()],
        mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
      });
      expect(markdownTree(text, 'text')).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});
