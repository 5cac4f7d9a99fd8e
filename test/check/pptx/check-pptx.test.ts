import { expect, test } from 'vitest';
import { sourceSpans } from '../../../src/check/finding.ts';
import { checkPptx } from '../../../src/check/pptx/check-pptx.ts';
import { parseNotes } from '../../../src/notes/index.ts';
import { baseTheme } from '../../render/talk.ts';
import { type Parts, planted, sample, sampleNotes, without, zipped } from './sample.ts';

const theme = await baseTheme();

function findingsOf(bytes: Buffer, text = sampleNotes, fontless = ''): readonly string[] {
  const source = { path: 'talk.md', text };
  const { value: notes } = parseNotes(source);
  const hints = { deck: {}, handout: {}, sections: new Map() } as never;
  const hasNoFont = (character: string): boolean => fontless.includes(character);
  const found = checkPptx(bytes, { notes, hints, theme, hasNoFont }, sourceSpans(source, []));
  return found.map(({ code, message }) => `${code}: ${message}`);
}

const slide1 = 'ppt/slides/slide1.xml';
const slide2 = 'ppt/slides/slide2.xml';
const types = '[Content_Types].xml';

test('a good file gives no finding', () => {
  expect(findingsOf(zipped(sample))).toEqual([]);
});

type Fault = readonly [what: string, faulty: Parts, finding: string];

const faults: readonly Fault[] = [
  // Parts and relations.
  [
    'a part that is not there',
    without(sample, 'ppt/media/herd.png'),
    'check/part: ppt/slides/slide1.xml: rId3 (image) leads to ppt/media/herd.png, which is not there (PPTX)',
  ],
  [
    'a relation to a part of another type',
    planted(sample, 'ppt/slides/_rels/slide2.xml.rels', (text) =>
      text.replace('slideLayouts/slideLayout1', 'slideMasters/slideMaster1'),
    ),
    'rId1 (slideLayout) leads to ppt/slideMasters/slideMaster1.xml, which is application/',
  ],
  [
    'a relation out of the file',
    planted(sample, 'ppt/slides/_rels/slide1.xml.rels', (text) =>
      text.replace('Target="../media/herd.png"', 'Target="http://a.test/b.png" TargetMode="External"'),
    ),
    'rId3 (image) is not in the file: http://a.test/b.png',
  ],
  [
    'two relations with one id',
    planted(sample, 'ppt/slides/_rels/slide2.xml.rels', (text) => text.replace('rId2', 'rId1')),
    'two relations are called rId1',
  ],
  [
    'an id that is no relation',
    planted(sample, slide1, (text) => text.replace('r:embed="rId3"', 'r:embed="rId7"')),
    'a:blip names rId7, which is no relation of it',
  ],
  [
    'a part without a type',
    planted(sample, types, (text) => text.replace(/<Default Extension="png"[^>]*>/, '')),
    'ppt/media/herd.png: it has no type of its own',
  ],
  [
    'a type of a part that is not there',
    planted(sample, types, (text) =>
      text.replace('</Types>', '<Override PartName="/ppt/gone.xml" ContentType="a/b"/></Types>'),
    ),
    'ppt/gone.xml has a type, but is not there',
  ],
  [
    'a part with two types',
    planted(sample, types, (text) =>
      text.replace(/(<Override PartName="\/ppt\/slides\/slide2.xml"[^>]*>)/, '$1$1'),
    ),
    'ppt/slides/slide2.xml has two types',
  ],
  [
    'a part that nothing leads to',
    { ...sample, 'ppt/media/lost.png': 'a picture' },
    'ppt/media/lost.png: nothing in the file leads to it',
  ],
  [
    'relations of a part that is not there',
    { ...sample, 'ppt/slides/_rels/slide9.xml.rels': '<a/>' },
    'the part that it is about is not there',
  ],
  ['no list of types', without(sample, types), 'there is no list of types'],
  [
    'a part that is no XML',
    planted(sample, slide2, (text) => text.replace('</p:cSld>', '')),
    '</p:sld> closes what was not open',
  ],
  [
    'a document type',
    planted(sample, slide2, (text) => `<!DOCTYPE a [<!ENTITY b "c">]>${text}`),
    'this is no XML, at character 0',
  ],
  // Ids.
  [
    'two shapes with one id',
    planted(sample, slide1, (text) => text.replace('id="4"', 'id="3"')),
    'slide1.xml: the id 3 is there twice',
  ],
  [
    'two slides with one id',
    planted(sample, 'ppt/presentation.xml', (text) => text.replace('257', '256')),
    'the id 256 is there twice',
  ],
  [
    'a slide with an id below 256',
    planted(sample, 'ppt/presentation.xml', (text) => text.replace('257', '25')),
    '25 is no id',
  ],
  [
    'a layout with the id of its master',
    planted(sample, 'ppt/slideMasters/slideMaster1.xml', (text) => text.replace('2147483649', '2147483648')),
    'the id 2147483648 is there twice',
  ],
  // The order of elements.
  [
    'an element in the wrong place',
    planted(sample, slide1, (text) =>
      text.replace(
        /(<a:ln w="9525">)(<a:solidFill>.*?<\/a:solidFill>)(<a:tailEnd type="triangle"\/>)/,
        '$1$3$2',
      ),
    ),
    'check/schema: ppt/slides/slide1.xml: a:ln holds a:tailEnd, a:solidFill, but should hold',
  ],
  [
    'an element that has no place at all',
    planted(sample, slide2, (text) => text.replace('<p:cSld>', '<p:cSld><p:timing/>')),
    'p:timing has no place in p:cSld',
  ],
  [
    'a line of a cell behind its fill',
    planted(sample, slide1, (text) => text.replace(/(<a:lnB.*?<\/a:lnB>)(<a:noFill\/>)/, '$2$1')),
    'a:tcPr holds a:noFill, a:lnB',
  ],
  [
    'an attribute that is missing',
    planted(sample, slide1, (text) => text.replace(' h="381000"', '')),
    'a:tr has no attribute h',
  ],
  [
    'an attribute that is unknown',
    planted(sample, slide1, (text) => text.replace('sz="2400"', 'size="24"')),
    'a:rPr has an attribute size, which it cannot have',
  ],
  [
    'a theme with eleven colours',
    planted(sample, 'ppt/theme/theme1.xml', (text) => text.replace(/<a:hlink>.*?<\/a:hlink>/, '')),
    'a:clrScheme holds',
  ],
  // Slides.
  [
    'a slide without a title',
    planted(sample, slide2, (text) => text.replace('<p:ph type="title"/>', '')),
    'check/title: slide 2 has no title placeholder',
  ],
  [
    'a slide with an empty title',
    planted(sample, slide2, (text) => text.replace('<a:t>Sounds</a:t>', '<a:t> </a:t>')),
    'check/title: slide 2 has an empty title',
  ],
  [
    'two slides with one title',
    planted(sample, slide2, (text) => text.replace('<a:t>Sounds</a:t>', '<a:t>Feeding</a:t>')),
    'slide 2 has the title of slide 1: “Feeding”',
  ],
  [
    'a picture without alternative text',
    planted(sample, slide1, (text) => text.replace(' descr="A herd at the river"', '')),
    'check/alternative: “Herd” of slide 1 has no alternative text',
  ],
  [
    'a shape over the edge',
    planted(sample, slide1, (text) => text.replace(`<a:off x="${800 * 9_525}"`, `<a:off x="${900 * 9_525}"`)),
    'check/clipped: “Herd” reaches 20 px over the edge of slide 1',
  ],
  [
    'a text that its box does not hold',
    planted(sample, slide1, (text) => text.replace('Forty kilograms', 'Forty kilograms '.repeat(20))),
    'higher than its box on slide 1',
  ],
  [
    'a slide with two layouts',
    planted(sample, 'ppt/slides/_rels/slide2.xml.rels', (text) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout" Target="../slideLayouts/slideLayout1.xml"/></Relationships>',
      ),
    ),
    'slide 2 has 2 layouts',
  ],
  [
    'a layout that its master does not list',
    planted(sample, 'ppt/slideMasters/slideMaster1.xml', (text) => text.replace(/<p:sldLayoutId .*?\/>/, '')),
    'has a layout that its master does not list',
  ],
  [
    'a slide without a notes page',
    planted(sample, 'ppt/slides/_rels/slide2.xml.rels', (text) =>
      text.replace(/<Relationship Id="rId2".*?\/>/, ''),
    ),
    'slide 2 has no notes page',
  ],
  [
    'the notes page of another slide',
    planted(sample, 'ppt/notesSlides/_rels/notesSlide2.xml.rels', (text) => text.replace('slide2', 'slide1')),
    'slide 2 has the notes page of ppt/slides/slide1.xml',
  ],
  [
    'a connector from nowhere',
    planted(sample, slide1, (text) => text.replace('<a:stCxn id="2"', '<a:stCxn id="20"')),
    'a connector is attached to the shape 20',
  ],
  [
    'an animation of nothing',
    planted(sample, slide2, (text) => text.replace('spid="3"', 'spid="30"')),
    'the shape 30 is animated, but not there',
  ],
  // Words.
  [
    'a word that is on no slide',
    planted(sample, slide1, (text) => text.replace('five hours', 'hours')),
    'check/missing: “five” is on no slide (PPTX)',
  ],
  [
    'a word that is in no presenter note',
    planted(sample, 'ppt/notesSlides/notesSlide1.xml', (text) => text.replace('the crocodiles', 'the')),
    '“crocodiles” is on no slide and in no presenter note (PPTX)',
  ],
  [
    'a word of a table',
    planted(sample, slide1, (text) => text.replace('<a:t>Bull</a:t>', '<a:t/>')),
    '“bull” is on no slide',
  ],
];

test.each(faults)('%s is found', (_, faulty, finding) => {
  expect(findingsOf(zipped(faulty)).join('\n')).toContain(finding);
});

test('a typeface that names a weight is as wide as that of its family', () => {
  const overIn = (typeface: string): readonly string[] =>
    Array.from({ length: 12 }, (_, more) =>
      planted(sample, slide1, (text) =>
        text.replace(
          '<a:rPr lang="en" sz="2400"/><a:t>Forty',
          `<a:rPr lang="en" sz="2400"><a:latin typeface="${typeface}"/></a:rPr><a:t>${'Hippos graze '.repeat(more)}Forty`,
        ),
      ),
    ).flatMap((parts) => findingsOf(zipped(parts)));
  expect(overIn('Red Hat Mono').length).toBeGreaterThan(0);
  expect(overIn('Red Hat Mono Medium')).toEqual(overIn('Red Hat Mono'));
});

test('the first line of a hanging indent is longer, and not where a marker stands in it', () => {
  const hanging = (marker: string): readonly string[] =>
    findingsOf(
      zipped(
        planted(sample, slide1, (text) =>
          text
            .replace(
              /<a:p>(?=<a:r><a:rPr lang="en" sz="2400"\/><a:t>Forty)/,
              `<a:p><a:pPr marL="3000000" indent="-3000000">${marker}</a:pPr>`,
            )
            .replace('Forty kilograms of grass', `${'Forty kilograms of grass '.repeat(3)}`),
        ),
      ),
    );
  expect(hanging('<a:buNone/>')).toEqual([]);
  expect(hanging('')).toEqual([]);
  expect(hanging('<a:buChar char="•"/>')).toEqual([expect.stringContaining('higher than its box')]);
});

test('a text with characters that no font of the theme has is not measured', () => {
  const long = planted(sample, slide1, (text) =>
    text.replace('Forty kilograms', 'Forty kilograms '.repeat(20)),
  );
  expect(findingsOf(zipped(long), sampleNotes, 'ф')).toHaveLength(1);
  const fontless = planted(long, slide1, (text) => text.replace('of grass', 'of grass ф'));
  expect(findingsOf(zipped(fontless), sampleNotes, 'ф')).toEqual([]);
});

test('a word is found before the mark of a footnote and right behind it, and a power as one', () => {
  const raised = (digit: string): string =>
    `<a:r><a:rPr lang="en" baseline="30000"/><a:t>${digit}</a:t></a:r>`;
  const marked = planted(sample, slide1, (text) =>
    text.replace('of grass</a:t></a:r>', `of grass</a:t></a:r>${raised('1')}`),
  );
  expect(findingsOf(zipped(marked))).toEqual([]);
  const behind = planted(sample, slide1, (text) =>
    text.replace('of grass</a:t></a:r>', `of grass</a:t></a:r>${raised('1')}<a:r><a:t>foo</a:t></a:r>`),
  );
  expect(findingsOf(zipped(behind), `${sampleNotes}\nfoo`)).toEqual([]);
  const power = planted(sample, slide2, (text) =>
    text.replace('The wheeze honk</a:t></a:r>', `The wheeze honk x</a:t></a:r>${raised('2')}`),
  );
  expect(findingsOf(zipped(power), `${sampleNotes}\nx2`)).toEqual([]);
});

test('what is no zip archive, or damaged, is said to be so', () => {
  const bytes = zipped(sample);
  expect(findingsOf(Buffer.from('a text'))).toEqual([
    'check/part: the file cannot be opened: it is no zip archive (PPTX)',
  ]);
  bytes[60] = (bytes[60] ?? 0) ^ 0xff;
  expect(findingsOf(bytes)[0]).toContain('a file in it is damaged');
});

test('a hidden shape, a decorative picture and the running lines are none', () => {
  const hidden = planted(sample, slide1, (text) =>
    text
      .replace('name="Herd" descr="A herd at the river"', 'name="Herd" hidden="1" descr="" ')
      .replace(
        'descr="" /><p:cNvPicPr/>',
        '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr><p:cNvPicPr/>',
      )
      .replace(`<a:off x="${800 * 9_525}"`, `<a:off x="${1_900 * 9_525}"`),
  );
  expect(findingsOf(zipped(hidden))).toEqual([]);
});

test('a formula that can be edited stands for its TeX; one that is not there is missing', () => {
  const notes = sampleNotes.replace('- The wheeze honk', '- The wheeze honk\n- $a^2$');
  expect(findingsOf(zipped(sample), notes)).toEqual([
    'check/missing: the formula “a^2” is on no slide (PPTX)',
  ]);
  const math =
    '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:sSup><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></a14:m>';
  const with1 = planted(sample, slide2, (text) =>
    text.replace('honk</a:t></a:r>', `honk</a:t></a:r>${math}`),
  );
  expect(findingsOf(zipped(with1), notes)).toEqual([]);
});
