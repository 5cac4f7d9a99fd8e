// Decks of other programs as notes: nothing that they say to their program is shown, and what is left undone is named once.
import { describe, expect, test } from 'vitest';
import { parseNotes, plainText, type Section } from '../../src/notes/index.ts';
import { directiveSyntaxes, findDirectives, shownText } from '../../src/notes/slide-tools/directives.ts';

const all = (list: readonly Section[]): readonly Section[] =>
  list.flatMap((section) => [section, ...all(section.sections)]);

function read(text: string) {
  const { value, diagnostics } = parseNotes({ path: 'notes.md', text });
  const { title, sections, settings } = value;
  const shown = all(sections).map(({ titleText, blocks }) =>
    `${titleText}: ${plainText(blocks).replace(/\s+/g, ' ')}`.trim(),
  );
  const said = plainText(
    all(sections).flatMap(({ presenterNotes }) => presenterNotes.flatMap(({ blocks }) => blocks)),
  );
  const cover = [title.title, title.subtitle, title.speaker].map((field) => plainText(field?.content ?? []));
  return {
    cover: cover.filter(Boolean).join(' | '),
    shown,
    said,
    settings,
    problems: diagnostics.map(({ message }) => message),
  };
}

const cases = directiveSyntaxes.flatMap(({ tools, example }) => tools.map((tool) => ({ tool, example })));

test.each(cases)('$tool: $example', ({ tool, example }) => {
  const [found] = findDirectives(`${example}\n`, tool);
  expect(found).toBeDefined();
  expect(findDirectives(`\`\`\`\n${example}\n\`\`\`\n`, tool)).toEqual([]);
});

describe('decks', () => {
  test('of Marp', () => {
    const text =
      '---\nmarp: true\nsize: 4:3\nfooter: "**KiteConf**"\nstyle: |\n  h1 { color: red }\n---\n\n<!-- _class: lead -->\n<!-- _backgroundColor: #123 -->\n![bg](a.png)\n\n# <!-- fit --> Kites\n\n## Slow ones\n\nIda Falk\n\n---\n\n# Wind\n\nblows ![w:30 a flag](b.png)\n\n<!-- Say this. -->\n\n<style scoped>\np { color: blue }\n</style>\n';
    expect(read(text)).toEqual({
      cover: 'Kites | Slow ones | Ida Falk',
      shown: ['Wind: blows a flag'],
      said: 'Say this.',
      settings: { size: '4:3', footer: 'KiteConf' },
      problems: ['This deck was written for Marp: `style`, `backgroundColor` and `<style>` are left out'],
    });
  });

  test('of reveal.js', () => {
    const text =
      '# Kites\n\nIda Falk\n\n---\n\n<!-- .slide: data-background="a.png" class="dark" -->\n\n## Wind\n\n- blows <!-- .element: class="fragment" -->\n\nNote: Say this.\n\n--\n\n## More\n\nturns\n\n---\n\n## String\n\nholds\n';
    const { cover, shown, said, problems } = read(text);
    expect(cover).toBe('Kites | Ida Falk');
    expect(shown).toEqual(['Wind: blows', 'More: turns', 'String: holds']);
    expect(said).toBe('Say this.');
    expect(problems).toEqual(['This deck was written for reveal.js: `class` is left out']);
  });

  test('of Slidev', () => {
    const text =
      '---\ntheme: seriph\ntitle: Kites\nmdc: true\n---\n\n# Kites\n\nIda Falk\n\n---\nlayout: two-cols\nclass: text-center\n---\n\n# Wind\n\n<v-clicks>\n\n- blows {{ $page }}\n\n</v-clicks>\n\n::right::\n\nturns\n\n<Tweet id="20" />\n\n---\nlayout: image-right\nimage: ./a.png\n---\n\n# Sky\n\nblue\n\n<!-- Say this. -->\n';
    const { cover, shown, said, problems } = read(text);
    expect(cover).toBe('Kites | Ida Falk');
    expect(shown).toEqual(['Wind: blows turns', 'Sky: blue']);
    expect(said).toBe('Say this.');
    expect(problems).toEqual([
      'This deck was written for Slidev: `theme`, `class`, `{{ … }}` and `<Tweet>` are left out',
    ]);
  });

  test('of Deckset', () => {
    const text =
      'slidenumbers: true\nfooter: KiteConf\ntheme: Plain, 2\n\n# [fit] Kites\n\n## Ida Falk\n\n---\n\n[.background-color: #f00]\n\n# Wind\n\n![right fit](a.png)\n\n- blows\n\n^ Say this.\n';
    const { cover, shown, said, settings, problems } = read(text);
    expect(cover).toBe('Kites | Ida Falk');
    expect(shown).toEqual(['Wind: blows']);
    expect(said).toBe('Say this.');
    expect(settings).toEqual({ footer: 'KiteConf' });
    expect(problems).toEqual([
      'This deck was written for Deckset: `theme` and `background-color` are left out',
    ]);
  });

  test('of remark', () => {
    const text =
      'name: inverse\nlayout: true\nclass: center, middle\n\n---\n\n# Kites\n\nIda Falk\n\n---\ntemplate: inverse\n\n# Wind\n\n.left-column[\n- blows\n]\n\n--\n\nturns .red[fast].\n\n???\n\nSay this.\n';
    const { cover, shown, said, problems } = read(text);
    expect(cover).toBe('Kites | Ida Falk');
    expect(shown).toEqual(['Wind: blows turns fast.']);
    expect(said).toBe('Say this.');
    expect(problems).toEqual([]);
  });
});

describe('ordinary notes', () => {
  test.each([
    [
      'rules between sections',
      '# Kites\n\n## Wind\n\nblows\n\n---\n\n## String\n\nholds\n',
      ['Wind: blows', 'String: holds'],
    ],
    ['words in double braces', '# Kites\n\n## Wind\n\nWrite {{ page }}.\n', ['Wind: Write {{ page }}.']],
    ['two dashes', '# Kites\n\n## Wind\n\nblows\n\n--\n\nIda\n', ['Wind: blows -- Ida']],
    ['a class', '# Kites\n\n## Wind\n\nclass: weather\n', ['Wind: class: weather']],
    [
      'keys above a list',
      '# Kites\n\n---\nsize: big\ncolour: red\n---\n\n## Wind\n\nblows\n',
      ['size: big colour: red:', 'Wind: blows'],
    ],
    [
      'a deck in code',
      '# Kites\n\n## Wind\n\n```\n---\nmarp: true\n---\n<!-- _class: lead -->\n```\n',
      ['Wind: --- marp: true --- <!-- _class: lead -->'],
    ],
  ])('with %s', (_, text, shown) => {
    expect(read(text)).toMatchObject({ cover: 'Kites', shown, problems: [] });
  });

  test('a comment of words stays one', () => {
    expect(
      read('---\nmarp: true\n---\n\n# A\n\n<!-- header: say hello\nthen go on -->\n\n- a\n').said,
    ).toContain('say hello');
  });
});

test.each([
  ['marp', 'bg left:30% fit', ''],
  ['marp', 'w:300px The string', 'The string'],
  ['marp', 'The left hand, fit', 'The left hand, fit'],
  ['deckset', 'right fit', ''],
  ['deckset', 'The right one', 'The right one'],
  ['slidev', 'bg left', 'bg left'],
] as const)('%s: %s', (tool, alt, shown) => {
  expect(shownText(alt, tool)).toBe(shown);
});
