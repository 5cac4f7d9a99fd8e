import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteWords, sourceWords } from '../../src/check/words/expected-words.ts';
import { type Hints, readHints } from '../../src/hints/index.ts';
import { parseNotes } from '../../src/notes/index.ts';
import { missingWords, tokensOf } from '../../src/plan/index.ts';

const texts = (source: string): readonly string[] => sourceWords(source).map(({ text }) => text);
const noHints: Hints = { deck: {}, handout: {}, sections: new Map() };

describe('the words of the source', () => {
  test.each([
    [
      'a link',
      '[words](https://example.org "title") and [more][ref]\n\n[ref]: https://example.org',
      'words and more',
    ],
    ['an address with spaces', 'see ![x][pic] here\n\n[pic]: <my pics/a b.png>', 'see here'],
    ['a picture', 'see ![a map](map.png) ![[pic.png]] here', 'see here'],
    ['tags', 'a<b class="x">c</b> <img src="x y.png" alt="z">d', 'a c d'],
    ['a comment', 'seen <!-- hidden --> too %% hidden %%', 'seen too'],
    ['code', '```js title="x"\nlet a = b[c];\n```\n`x.y`', 'let a b c x y'],
    ['a fence in a list', '- one\n  ```sh\n  ls a.b\n  ```\n- two', 'one ls a b two'],
    ['a diagram', '```mermaid\na --> b\n```\nend', 'end'],
    ['formulas', 'costs $x_i$ and $$\\frac{a}{b}$$ but $5 and $6', 'costs and but 5 and 6'],
    ['footnotes', 'word[^n]\n\n[^n]: note', 'word note'],
    ['wikilinks', '[[Page|label]] and [[Other]]', 'label and other'],
    ['a callout', '> [!note] Title\n> text', 'title text'],
    [
      'attributes',
      '# A title {#sec .plain}\n\n![x](y){width=50%} [a b](c){.btn download} {1, 2}',
      'a title a b 1 2',
    ],
    ['what opens blocks', '::: {.callout-tip title="T"}\nin\n:::\n\n!!! note "N"\n    it', 'in n it'],
    ['options of directives', '```{note} T\n:class: dropdown\n\nwords\n```', 'words'],
    ['roles', '{math}`x^2` {ref}`words` {kbd}`Esc`', 'words esc'],
    ['two dollars that open no formula', 'a $$ b\n\n$$\n\\frac{a}{b}\n\nc\n$$\n\n- $$d$$\n\nend', 'a b end'],
    ['the label behind a formula in a line', 'so $$a$$ (eq:a)\n\nend', 'so end'],
    ['formulas in TeX', 'so \\(a^2\\) and\n\n\\[\nb\n\\]\n\n$$\nc\n$$ (eq:c)\n\nend', 'so and end'],
    ['an environment', '\\begin{align}\na &= b\n\\end{align}\nend', 'end'],
    ['colours of a terminal', '\u001b[32mok\u001b[0m', 'ok'],
    ['recordings', 'see <video src="a.mp4">no film</video> here', 'see here'],
    ['places of a table of contents', '[TOC]\n\nwords\n\n\\newpage', 'words'],
    ['numbers and tasks', '1. one\n2. [x] two\n- [ ] three', 'one two three'],
    ['front matter', '---\ntitle: A\n---\n\nbody', 'body'],
    [
      'what looks like syntax and is not',
      'a < b and c > d, [not a link] (aside)',
      'a b and c d not a link aside',
    ],
  ])('without %s', (_, source, words) => {
    expect(texts(source).filter((word) => word !== '')).toEqual(words.match(/\S+/g));
  });

  test('a link named like what opens a listing in AsciiDoc is a link', () => {
    expect(texts('[source](https://example.org/docs/tides)')).toEqual(['source']);
  });

  test('of a picture inside the notes are found in a moment', () => {
    const start = performance.now();
    sourceWords(`![][a]\n\n[a]: <data:image/png;base64,${'iVBORw0KGgo/'.repeat(30_000)}>\n`);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('stand where they stand in the source', () => {
    const source = 'x [words](address) `code` y';
    for (const { text, start } of sourceWords(source))
      expect(source.slice(start, start + text.length)).toBe(text);
  });

  test('are those of the blocks', () => {
    const source =
      '# A **bold** title\n\n- one *two*\n  - [three](four) 5\n\n| six | seven |\n|---|---|\n| eight | |\n';
    const { value } = parseNotes({ path: 'a.md', text: source });
    const { body } = noteWords(value, noHints);
    expect(body.map(({ text }) => text)).toEqual(texts(source));
    expect(body.map(({ start }) => start)).toEqual(sourceWords(source).map(({ start }) => start));
  });

  test('a table of which a hint picks columns may be in the presenter notes alone; what stands around it may not', () => {
    const text = '# T\n\n## One\n\nAbove.\n\n| six | seven |\n|---|---|\n| eight | 9 |\n';
    const notes = parseNotes({ path: 'a.md', text }).value;
    const { value } = readHints({ path: 'a.yaml', text: 'sections: { One: { columns: seven } }' }, notes);
    const { body, aside } = noteWords(value.notes, value.hints);
    expect(body.map((word) => word.text)).not.toContain('eight');
    expect(body.map((word) => word.text)).toContain('above');
    expect(aside.map((word) => word.text)).toEqual(['six', 'seven', 'eight', '9']);
  });
});

describe('what is missing', () => {
  const missing = (notes: string, shown: string): string[] =>
    missingWords(
      tokensOf(notes),
      tokensOf(shown).map(({ text }) => text),
    ).map(({ text, start }) => `${text}@${start}`);

  test('counts: a word that stands twice has to be shown twice', () => {
    expect(missing('one two one', 'one two')).toHaveLength(1);
  });

  test('is where its neighbours are apart', () => {
    expect(missing('red hen, blue hen, old hen', 'red hen old hen blue')).toEqual(['hen@14']);
  });

  test('is not a word in two pieces, nor two words shown as one', () => {
    expect(missing('a hippopotamus yawns', 'a hippo potamus yawns')).toEqual([]);
    expect(missing('a hippo yawns', 'a hippoyawns')).toEqual([]);
  });

  test('is not a matter of typography', () => {
    expect(missing('"it\'s" co\u00adop ﬁne Ａ1', '“itʼs” coop fine a1')).toEqual([]);
  });

  const words = fc.array(fc.stringMatching(/^[a-c]{1,3}$/), { minLength: 1, maxLength: 40 });
  test('nothing, in whatever order the words are shown', () => {
    fc.assert(
      fc.property(words, (list) => {
        expect(missing(list.join(' '), [...list].reverse().join(' '))).toEqual([]);
      }),
    );
  });

  test('each word that was taken away, when no others could stand for it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{4}$/), { minLength: 2, maxLength: 30 }),
        fc.nat(),
        (list, at) => {
          const gone = at % list.length;
          const found = missing(list.join(' '), list.filter((_, index) => index !== gone).join(' '));
          expect(found).toEqual([`${list[gone]}@${5 * gone}`]);
        },
      ),
    );
  });
});

test('an address that is defined twice is none of the words, whatever it holds', () => {
  expect(texts('see [b]\n\n[b]: https://a.bc "T"\n[b]: h<i>**&#65;ttps://a.bc/book "Title"\n')).toEqual([
    'see',
    'b',
  ]);
});

test('braces of a formula are no attributes', () => {
  expect(texts('a $M(t)|_{t=0}$ b $x$ {#eq:one}\n')).toEqual(['a', 'b']);
});

test('the address of a picture may stand on a line of its own', () => {
  expect(texts('[![One\ntwo](\nhttps://a.bc/x.jpg)](\nhttps://a.bc/y)\n\nwords\n')).toEqual(['words']);
});
