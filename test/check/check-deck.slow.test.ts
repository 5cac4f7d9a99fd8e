// Every fault is planted for real, in a theme or in what was written, and has to be found by what is seen.
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finding, findingText, sourceSpans } from '../../src/check/finding.ts';
import { checkBoxes } from '../../src/check/rules/glyphs.ts';
import { openSession, type Session } from '../../src/render/index.ts';
import { checkWith, type Faults, talk } from './deck.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

async function findings(faults: Faults): Promise<readonly Finding[]> {
  return (await checkWith(session, faults)).findings;
}

async function lines(faults: Faults, kind: string): Promise<readonly string[]> {
  const found = (await findings(faults)).filter(({ code }) => code === `check/${kind}`);
  return texts(found, 'hippos.md', faults.notes ?? talk);
}

function texts(found: readonly Finding[], path: string, text: string): readonly string[] {
  return found.map((one) => findingText(one, new Map([[path, { path, text }]])));
}

test('a sound deck gives no finding, and its words are counted', async () => {
  const report = await checkWith(session);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ scaled: [], deserted: [], excepted: [] });
  expect(report.words.slides + report.words.presenterNotes).toBe(report.words.notes);
  expect(report.words.presenterNotes).toBe(4);
});

test('items that wait for a key press are seen', async () => {
  const report = await checkWith(session, { hints: 'sections:\n  Feeding: { reveal: true }\n' });
  expect(report.findings).toEqual([]);
});

describe('what is cut off', () => {
  test('text that leaves the slide, with its words, how far, and the line of the notes', async () => {
    const found = await lines(
      { css: 'section.bullets > .body { transform: translateX(1200px) }' },
      'clipped',
    );
    expect(found[0]).toMatch(/^hippos\.md:5: clipped: “.*” \d+ px right of slide 2 \(HTML\)$/);
  });

  test('text that a box inside the slide cuts', async () => {
    const found = await lines({ css: 'section li { max-height: 20px; overflow: hidden }' }, 'clipped');
    expect(found[0]).toMatch(/“Hippos graze.*” \d+ px below its box on slide 2/);
  });

  test('text that is cut on the printed page alone', async () => {
    const print = (html: string): string =>
      html.replace('</style>', 'section h2 { transform: translateX(-300px) }</style>');
    const found = await lines({ print }, 'clipped');
    expect(found[0]).toMatch(/px left of slide 2 \(print\)$/);
  });

  test('a picture', async () => {
    const html = (text: string): string =>
      text.replace(
        '<li>Hippos',
        `<img alt="a map" src="${pixel}" style="position:absolute;left:1000px;top:500px;width:400px;height:90px;max-width:none;object-fit:fill"><li>Hippos`,
      );
    expect((await lines({ html }, 'clipped')).join()).toMatch(/the picture “a map” \d+ px right of slide 2/);
  });
});

describe('what is painted over words', () => {
  test.each([
    [
      'a plate',
      'section.rows > .body::after { content: ""; position: absolute; inset: 0; background: #fff }',
    ],
    [
      'a shadow that comes later',
      'section > footer, section.rows > header { display: block; inset: auto 0 40px; box-shadow: 0 -300px 0 300px #fff }',
    ],
    [
      'the end of a line',
      'section.rows::after { inset: 0 0 0 600px !important; width: auto; height: 100%; background: #fff }',
    ],
  ])('%s', async (_, css) => {
    const found = await lines({ css }, 'covered');
    expect(found.join()).toMatch(
      /hippos\.md:\d+: covered: something is painted over “.+” on slide 2 \(HTML\)/,
    );
  });

  test('near misses: a plate behind words, one that can be looked through, letters in a strange colour', async () => {
    const css = `section.rows > .body { isolation: isolate; position: relative; opacity: 0.8 }
section.rows > .body::before { content: ""; position: absolute; z-index: -1; inset: 0; background: #fc0 }
section.rows li { color: #f0f; background: #7a1fa2 }`;
    expect(await lines({ css }, 'covered')).toEqual([]);
  });
});

describe('what stands over something else', () => {
  test('text over text', async () => {
    const found = await lines(
      { css: 'section .rows { display: grid } section .rows > * { grid-area: 1 / 1 }' },
      'overlap',
    );
    expect(found[0]).toMatch(
      /^hippos\.md:\d+: overlap: “.+” and “.+” stand over each other by \d+ px on slide 2/,
    );
  });

  test('text over a picture', async () => {
    const html = (text: string): string =>
      text.replace(
        '<li>Hippos',
        `<img alt="a map" src="${pixel}" style="position:absolute;left:0;top:150px;width:400px;height:90px;object-fit:fill"><li>Hippos`,
      );
    expect((await lines({ html }, 'overlap')).join()).toMatch(/“Hippos” stands over the picture “a map”/);
  });

  test('text in the footer’s line', async () => {
    const items = Array.from(
      { length: 11 },
      (_, at) => `- Hippo ${at + 1} yawns because the water is warm, and the evening long and quiet`,
    ).join('\n');
    const notes = `# Hippos\n\n## Yawning\n\n${items}\n`;
    const hints = 'deck: { footer: At the river }\n';
    const found = await lines({ notes, hints, css: 'section { --content-bottom: 0px }' }, 'overlap');
    expect(found.join()).toMatch(
      /^hippos\.md:\d+: overlap: “.*” \d+ px into the footer’s line of slide 2 \(HTML\)/,
    );
  });

  test('lines that are set tight do not', async () => {
    expect(await lines({ css: 'section { line-height: 1.02 }' }, 'overlap')).toEqual([]);
  });
});

describe('type below the floor', () => {
  test('set by a theme', async () => {
    const found = await lines({ css: 'section li { font-size: 12px }' }, 'small');
    expect(found[0]).toMatch(
      /^hippos\.md:5: small: “Hippos.*” 12\.0 px on slide 2, body text is at least 24 px/,
    );
  });

  test('after scaling, in the page as it opens', async () => {
    const html = (text: string): string =>
      text.replace('<div class="body rows', '<div style="zoom:0.3" class="body rows');
    expect((await lines({ html }, 'small')).join()).toMatch(/1\d\.\d px on slide/);
  });

  test('tables have a floor of their own', async () => {
    expect(await lines({ css: 'section table { font-size: 17px }' }, 'small')).toEqual([]);
    expect((await lines({ css: 'section table { font-size: 15px }' }, 'small')).join()).toMatch(
      /at least 16 px/,
    );
  });
});

describe('words that are not there', () => {
  const notes = `${talk}\nA **half**hearted end.\n`;

  test('a word taken from the presentation', async () => {
    const html = (text: string): string => text.replace('sunset', '');
    expect(await lines({ html }, 'missing')).toEqual([
      'hippos.md:5: missing: “sunset” is on no slide (HTML)',
    ]);
  });

  test('a word that is there and not seen', async () => {
    const html = (text: string): string => text.replace('sunset', '<span style="opacity:0">sunset</span>');
    expect(await lines({ html }, 'missing')).toEqual([
      'hippos.md:5: missing: “sunset” is on no slide (HTML)',
    ]);
  });

  test('a word taken from the PDF', async () => {
    const print = (text: string): string => text.replace('kilograms', '');
    expect(await lines({ print }, 'missing')).toEqual([
      'hippos.md:6: missing: “kilograms” is on no page (PDF)',
    ]);
  });

  test('the one of two that is gone has the right line', async () => {
    const html = (text: string): string =>
      text.replace('by clicks', 'clicks').replace('of open water', 'of open');
    expect(await lines({ html }, 'missing')).toEqual([
      'hippos.md:13: missing: “water” is on no slide (HTML)',
      'hippos.md:14: missing: “by” is on no slide (HTML)',
    ]);
  });

  test('a presenter note', async () => {
    const html = (text: string): string => text.replace('Mention the crocodiles', 'Mention the');
    expect(await lines({ html }, 'missing')).toEqual([
      'hippos.md:9: missing: “crocodiles” is on no slide and in no presenter note (HTML)',
    ]);
  });

  test('a formula', async () => {
    const html = (text: string): string =>
      text.replace('<annotation', '<annotation hidden').replace('w = a t^{2}', 'x');
    expect((await lines({ html }, 'missing')).join()).toContain('the formula “w = a t^{2}” is on no slide');
  });

  test('one word in two inline nodes is one word', async () => {
    expect(await lines({ notes }, 'missing')).toEqual([]);
  });

  test('what a hint moves or replaces is not missing', async () => {
    const hints =
      'deck: { title: Nights }\nsections:\n  Sounds: { show: false }\n  Feeding: { title: Food }\n';
    expect(await lines({ hints }, 'missing')).toEqual([]);
  });
});

describe('what a viewer’s machine cannot show', () => {
  test('a broken picture', async () => {
    const html = (text: string): string =>
      text.replace('<li>Hippos', '<img alt="gone" src="data:image/png;base64,AAAA"><li>Hippos');
    expect((await lines({ html }, 'picture')).join()).toMatch(
      /hippos\.md:\d: picture: the picture “gone” on slide 2/,
    );
  });

  test('a request to the network', async () => {
    // The page's own policy would stop it before it is made.
    const html = (text: string): string =>
      text
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replace('</head>', '<link rel="stylesheet" href="https://example.com/x.css"></head>');
    expect((await lines({ html }, 'network')).join()).toMatch(/https:\/\/example\.com\/x\.css is asked for/);
  });

  test('signs and scripts that no embedded font has, which the build names, are told apart', async () => {
    const notes = `${talk}\n## More\n\n- The sign 🝳 is rare\n- 漢字 and 𝐀𝐁\n- Ꙁ in Cyrillic\n`;
    const report = await checkWith(session, { notes });
    expect(texts(report.findings, 'hippos.md', notes)).toEqual([]);
    expect([...report.excepted].sort()).toEqual(['Ꙁ', '字', '漢', '𝐀', '𝐁', '🝳'].sort());
  });

  test('a sign that is drawn as a box though an embedded font has it', async () => {
    const [slides, pages] = [[{ text: 'Œuvre' }], [{ text: 'uvre', unknown: 1 }]] as never[];
    const source = { path: 'a.md', text: '\n\n\n\n\n\nŒuvre\n' };
    const spans = sourceSpans(source, [{ spans: [{ path: 'a.md', start: 0, end: 12 }] }]);
    const found = (hasNoFont: boolean): readonly string[] =>
      texts(
        checkBoxes(slides ?? [], pages ?? [], spans, () => hasNoFont),
        source.path,
        source.text,
      );
    expect(found(false)).toEqual(['a.md:7: glyph: “Œ” on page 1 is drawn as a box: no font has it (PDF)']);
    expect(found(true)).toEqual([]);
  });

  test('a font that is not embedded', async () => {
    const found = await lines({ css: 'section li { font-family: monospace !important }' }, 'glyph');
    expect(found.join()).toMatch(/and \d+ more, first on slide 2: drawn by .+, which is not embedded/);
  });
});

describe('where it leads nowhere', () => {
  test('a link into the presentation', async () => {
    const html = (text: string): string => text.replace(/(<a [^>]*href=")#[^"]*/, '$1#sounds-gone');
    const notes = talk.replace('## Sounds', '## Sounds gone').replace('#sounds', '#sounds-gone');
    expect((await lines({ html, notes }, 'link')).join()).toMatch(
      /“the sounds” on slide 2 leads to #sounds-gone/,
    );
  });

  test('a link on the printed page', async () => {
    const print = (text: string): string => text.replace(/(<a [^>]*href=")#[^"]*/, '$1#sounds-gone');
    const notes = talk.replace('## Sounds', '## Sounds gone').replace('#sounds', '#sounds-gone');
    expect((await lines({ print, notes }, 'link')).join()).toMatch(
      /leads to #sounds-gone, which is not there \(print\)/,
    );
  });

  test('a link in the PDF', async () => {
    const pdf = async (bytes: Buffer): Promise<Uint8Array> => {
      const document = await PDFDocument.load(bytes);
      const [link] = document.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? []);
      document.context.lookup(link, PDFDict).set(PDFName.of('Dest'), PDFName.of('nowhere'));
      return document.save();
    };
    expect((await lines({ pdf }, 'link')).join()).toMatch(
      /a link on page 2 leads to nowhere, which is not there/,
    );
  });

  test('a link to a heading that the notes have not is theirs to mend', async () => {
    const notes = talk.replace('#sounds', '#silence');
    expect(await lines({ notes }, 'link')).toEqual([]);
  });
});

describe('how the slides are filled', () => {
  test('a slide with nothing on it', async () => {
    const html = (text: string): string =>
      text.replace(/(<section [^>]*\bid="2"[^>]*>)[\s\S]*?(<\/section>)/, '$1$2');
    expect((await lines({ html }, 'empty')).join()).toMatch(/slide 2 shows nothing/);
  });

  test('a heading alone at the end', async () => {
    const notes = `${talk}\n### Calves\n\nThey swim before they walk.\n`;
    const html = (text: string): string => text.replace(/<p>They swim before they walk\.<\/p>/, '');
    const found = await lines({ notes, html }, 'heading');
    expect(found.join()).toMatch(/“Calves” stands alone at the end of slide/);
  });
});

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
