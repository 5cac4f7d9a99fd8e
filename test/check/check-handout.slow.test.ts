// Every fault is planted in the handout as it is laid out, or in its file, and has to be found there.
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Finding, findingText, sourceSpans } from '../../src/check/finding.ts';
import { inspectPrint } from '../../src/check/page/inspect-pages.ts';
import { handoutFindings } from '../../src/check/sheets/check-handout.ts';
import { openSession, printText, type Session } from '../../src/render/index.ts';
import { checkHandoutWith, type HandoutFaults, herons, planted } from './handout.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.close());

async function lines(faults: HandoutFaults, kind?: string): Promise<readonly string[]> {
  const { findings } = await checkHandoutWith(session, faults);
  const found = findings.filter(({ code }) => kind === undefined || code === `check/${kind}`);
  return texts(found, faults.notes ?? herons);
}

function texts(found: readonly Finding[], text: string): readonly string[] {
  const source = { path: 'herons.md', text };
  return found.map((one) => findingText(one, new Map([[source.path, source]])));
}

describe('a sound handout gives no finding', () => {
  test.each([
    '',
    'handout: { perPage: 1 }',
    'handout: { perPage: 2, orientation: landscape }',
    'handout: { perPage: 4, notes: full }',
    'handout: { perPage: 9 }',
    'handout: { notes: lines, cover: false, toc: true }',
    'deck: { details: notes }',
  ])('with the hints “%s”', async (hints) => {
    expect(await lines({ hints })).toEqual([]);
  });

  test('with a formula in a line that is wider than its column, and with marks of quotation', async () => {
    const sum = String.raw`$\left\lbrace\left(a_{1},b_{1}\right),\left(a_{2},b_{2}\right),\left(a_{3},b_{3}\right),\left(a_{4},b_{4}\right),\left(a_{5},b_{5}\right)\right\rbrace$`;
    const notes = `# Herons\n\n## Pairs\n\n- They pair\n  - All of them are ${sum}, called 'heronry'\n- They part\n`;
    expect(await lines({ notes, hints: 'deck: { details: notes }' })).toEqual([]);
  });

  test('with a title that has nothing below it on the cover, and one from right to left', async () => {
    const hints = 'handout: { toc: false }';
    expect(await lines({ notes: '# Egg\n\n## Nests\n\nwords\n', hints })).toEqual([]);
    const arabic = '# Books\n\n## كتب\n\n- كتاب عن الطيور في البحر\n- كتاب عن الصيد\n';
    expect(await lines({ notes: arabic })).toEqual([]);
  });

  test('and its pages and words are counted', async () => {
    const { handout, words } = await checkHandoutWith(session);
    expect(handout).toMatchObject({ pages: 5, scaled: [] });
    expect(handout?.words).toBe(words.presenterNotes);
    expect(words.presenterNotes).toBeGreaterThan(1000);
  });

  test('running lines and the titles of slides alone are shortened on purpose', async () => {
    const title = `# ${'A very long title of a talk about herons '.repeat(6)}\n`;
    const notes = `${title}\n## ${'How they hunt in the evening and at night '.repeat(4)}\n\nThey wait.\n`;
    expect(await lines({ notes, hints: 'handout: { perPage: 9 }' })).toEqual([]);
  });
});

describe('what is cut off', () => {
  test('notes below the sheet', async () => {
    const css = '.unit[data-slide="3"] .notes { translate: 0 1200px }';
    const notes = herons.replace('| Oak | 12 |', '| Oak | 12 |\n\n<!-- Count them again -->');
    expect((await lines({ notes, css }, 'clipped'))[0]).toMatch(
      /^herons\.md:\d+: clipped: “Count them again” \d+ px below page \d \(handout\)$/,
    );
  });

  test('notes beyond the margin', async () => {
    const css = '.unit[data-slide="4"] .notes { white-space: nowrap; translate: 250px 0 }';
    expect((await lines({ css }, 'clipped')).join()).toMatch(
      /“.*arms.*” \d+ px right of (?:the text area of )?page 5/,
    );
  });

  test('notes that a box cuts', async () => {
    const css = '.unit[data-slide="4"] .notes { height: 8px; overflow: hidden }';
    expect(await lines({ css }, 'clipped')).not.toEqual([]);
  });

  test('a slide larger than its frame', async () => {
    const css = '.unit[data-slide="3"] .slide { width: 60mm }';
    expect(await lines({ css }, 'clipped')).toEqual([
      expect.stringMatching(/clipped: slide 3 \d+ px right of its box on page \d \(handout\)$/),
    ]);
  });

  test('a row at the bottom of the page', async () => {
    const css = '.unit[data-slide="4"] { margin-top: 900px }';
    expect((await lines({ css }, 'clipped')).join()).toMatch(/clipped: slide 4 \d+ px below/);
  });
});

describe('what stands over something else', () => {
  test('text over text', async () => {
    const css = '.continued .notes p { line-height: 0.7 } .continued .notes p + p { margin-top: -20px }';
    expect((await lines({ css }, 'overlap')).join()).toMatch(
      /“.+” and “.+” stand over each other by \d+ px on page 3/,
    );
  });

  test('text over a slide', async () => {
    const css = '.unit[data-slide="4"] .notes { translate: -150px 0 }';
    expect((await lines({ css }, 'overlap')).join()).toMatch(/stands over slide 4 on page 5/);
  });

  test('a slide over a slide', async () => {
    const page = (): void => {
      const unit = document.querySelector('.unit[data-slide="4"]') as HTMLElement;
      unit.style.top = (document.querySelector('.unit[data-slide="3"]') as HTMLElement).style.top;
    };
    expect((await lines({ page, hints: 'handout: { notes: lines }' }, 'overlap')).join()).toMatch(
      /slide 3 and slide 4 stand over each other on page 2/,
    );
  });
});

describe('what is not there', () => {
  test('a slide', async () => {
    const page = (): void => document.querySelector('.unit .slide[data-slide="3"]')?.remove();
    const found = await lines({ page });
    expect(found).toContain('herons.md:24: missing: slide 3 is on no page (handout)');
    expect(found.join()).toMatch(/“.*oak 12.*” is on no page \(handout\)/);
  });

  test('a word of presenter notes', async () => {
    const page = (): void => {
      const text = document.querySelector('.unit[data-slide="4"] .notes p')?.firstChild as Text;
      text.data = text.data.replace('arms', '');
    };
    const found = await lines({ page }, 'missing');
    expect(found).toEqual([
      expect.stringMatching(/^herons\.md:\d+: missing: “arms” is on no page \(handout\)$/),
    ]);
  });

  test('a word that stands there and is not seen', async () => {
    const css = '.unit[data-slide="4"] .notes p { opacity: 0 }';
    expect((await lines({ css }, 'missing')).join()).toMatch(
      /“spread your arms about.*” is on no page \(handout\)/,
    );
  });

  test('a word in the file alone', async () => {
    const found = await lines({ printed: herons.replace('Spread your arms', 'Spread your') });
    expect(found).toEqual([expect.stringMatching(/missing: “arms” is on no page \(handout PDF\)$/)]);
  });

  test('a formula', async () => {
    const page = (): void => document.querySelector('.unit[data-slide="4"] .notes .katex')?.remove();
    expect((await lines({ page }, 'missing')).join()).toMatch(
      /the formula “w = 2l” is on no page \(handout\)/,
    );
  });

  test('words of the notes, with their details in the presenter notes', async () => {
    const page = (): void => {
      for (const item of document.querySelectorAll('.notes li')) {
        if (item.textContent?.includes('strike')) item.remove();
      }
    };
    const notes = herons.replace('- Then they strike', '- Then\n  - they strike');
    expect(await lines({ notes, hints: 'deck: { details: notes }', page }, 'missing')).not.toEqual([]);
  });
});

describe('what belongs together and is parted', () => {
  test('a slide without its notes', async () => {
    const page = (): void => document.querySelector('.unit[data-slide="4"] .notes')?.remove();
    expect(await lines({ page }, 'notes')).toEqual([
      'herons.md:30: notes: slide 4 stands on page 5 without its notes (handout)',
    ]);
  });

  test('a slide whose notes begin on another page', async () => {
    const page = (): void => {
      const notes = document.querySelector('.unit[data-slide="2"]:not(.continued) .notes');
      notes?.remove();
    };
    expect((await lines({ page }, 'notes')).join()).toMatch(
      /slide 2 stands on page 2 without its notes, which stand on page 3/,
    );
  });

  test('notes that go on without the number of their slide', async () => {
    const page = (): void => document.querySelector('.continued .number')?.remove();
    expect((await lines({ page }, 'notes')).join()).toMatch(
      /“.+” on page 3 does not say which slide it belongs to/,
    );
  });

  test('notes under the number of another slide', async () => {
    const page = (): void => {
      const label = document.querySelector('.continued .number');
      if (label) label.textContent = '4';
    };
    expect((await lines({ page }, 'notes')).join()).toMatch(/does not stand with the notes of slide 2/);
  });

  test('a slide under a wrong number, and under none', async () => {
    const page = (): void => {
      const [first, second] = document.querySelectorAll('.unit:not(.continued) .number');
      if (first) first.textContent = '9';
      second?.remove();
    };
    const found = await lines({ page, hints: 'handout: { notes: lines }' }, 'notes');
    expect(found).toEqual([
      expect.stringMatching(/slide 2 on page 2 bears the number 9/),
      expect.stringMatching(/slide 3 on page 2 bears no number/),
    ]);
  });

  test('the head of a section at the end of a page', async () => {
    const page = (): void => {
      const unit = document.createElement('article');
      unit.className = 'unit';
      unit.style.cssText = 'top: auto; bottom: 0';
      unit.append(document.querySelector('.unit > .strip:has(.head)') as Element);
      [...document.querySelectorAll('.type-area')].at(-1)?.append(unit);
    };
    const items = Array.from({ length: 25 }, (_, at) => `- Heron ${at} waits for fish in the shallow water`);
    // A head above a slide of the same title is left out.
    const notes = `# Herons\n\n## Hunting\n\n### By day\n\n${items.join('\n')}\n\n## Nests\n\n- High\n`;
    expect(await lines({ notes }, 'heading')).toEqual([]);
    expect((await lines({ notes, page }, 'heading')).join()).toMatch(
      /^herons\.md:\d+: heading: the head “Hunting” stands on page \d without a slide \(handout\)$/,
    );
  });

  test('a heading in notes that go on on the next page', async () => {
    const page = (): void => {
      const heading = [...document.querySelectorAll('.notes :is(h2, h3, h4)')].at(-1) as Element;
      document.querySelector('.unit[data-slide="2"]:not(.continued) .notes .text')?.append(heading);
    };
    expect((await lines({ page }, 'heading')).join()).toMatch(
      /“When they rest” stands alone at the end of page 2/,
    );
  });

  test('the contents and the page they name', async () => {
    const page = (): void => {
      const entry = document.querySelector('.contents .leads-to');
      if (entry) entry.textContent = '7';
    };
    const found = await lines({ page, hints: 'handout: { toc: true }' }, 'link');
    expect(found).toEqual([
      expect.stringMatching(/the contents name page 7 for slide 2, which is on page 2/),
    ]);
  });
});

describe('the file', () => {
  test('a font that is not embedded', async () => {
    const pdf = async (bytes: Buffer): Promise<Uint8Array> => {
      const document = await PDFDocument.load(bytes);
      for (const [, one] of document.context.enumerateIndirectObjects()) {
        if (!(one instanceof PDFDict) || !one.has(PDFName.of('FontFile2'))) continue;
        one.delete(PDFName.of('FontFile2'));
        break;
      }
      return document.save();
    };
    expect(await lines({ pdf })).toEqual([
      expect.stringMatching(/glyph: a font is not in the file: \S+ \(Matterhorn 31-009\) \(handout PDF\)$/),
    ]);
  });

  test('a page too many, with nothing on it', async () => {
    const pdf = async (bytes: Buffer): Promise<Uint8Array> => {
      const document = await PDFDocument.load(bytes);
      document.addPage();
      return document.save();
    };
    expect(await lines({ pdf })).toEqual([
      'herons.md:1: empty: 6 pages for 5 sheets (handout PDF)',
      'herons.md:1: empty: page 6 holds no text (handout PDF)',
    ]);
  });
});

test('a piece taller than a page is scaled; that is counted and is no finding', async () => {
  const row = `| ${'reeds and water '.repeat(700)} | yes |`;
  const notes = `# Herons\n\n## Nests\n\n- High\n\n<!--\n| a | b |\n|---|---|\n${row}\n-->\n`;
  const report = await checkHandoutWith(session, { notes });
  expect(report.findings).toEqual([]);
  expect(report.handout?.scaled).toMatchObject([{ slide: 2 }]);
});

describe('slides on paper', () => {
  const differences = async (css: string): Promise<readonly string[]> => {
    const job = await planted(session, { css });
    const { deck, notes, theme } = job;
    const text = await printText(deck, theme, { pictures: { folder: '.' } });
    const { slides } = await inspectPrint(session, text, theme.size);
    const { findings } = await handoutFindings(job, session, sourceSpans(notes.source, deck.slides), slides);
    return texts(findings, herons);
  };

  test('look as on the page that the PDF is printed from', async () => {
    expect(await differences('/* none */')).toEqual([]);
  });

  test('and a rule of the paper that reaches into them is found', async () => {
    const [found] = await differences('.handout .slide li { translate: 40px 0 }');
    expect(found).toMatch(
      /^herons\.md:[56]: differs: “.+” stands 40 px from its place on slide 2 \(handout\)$/,
    );
  });
});
