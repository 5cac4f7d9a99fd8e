import { expect, test } from 'vitest';
import { kindOfHeading } from '../../src/notes/headings.ts';
import { decodeEntities, htmlTokens } from '../../src/notes/html/html-tokens.ts';
import { parseNotes, plainText } from '../../src/notes/index.ts';
import { languageOf } from '../../src/notes/language.ts';
import { isSafeUrl } from '../../src/notes/markdown/links.ts';
import { shareWord } from '../../src/notes/same-words.ts';
import { isDate, readDateAndPlace } from '../../src/notes/title-block/dates.ts';
import { readPeople } from '../../src/notes/title-block/people.ts';

test.each([
  ['Q&A', 'qa'],
  ['4. Questions?', 'qa'],
  ['質疑応答', 'qa'],
  ['Open questions in learning', 'talk'],
  ['Q&A, Other', 'qa'],
  ['Questions and weather', 'talk'],
  ['🎯 Key Takeaways:', 'takeaways'],
  ['TL;DR', 'takeaways'],
  ['Summary of the method', 'talk'],
  ['Thank you!', 'closing'],
  ['Further reading', 'closing'],
])('the heading %s makes a section of kind %s', (title, kind) => {
  expect(kindOfHeading(title)).toBe(kind);
});

test.each([
  ['Vedanuj Goswami (Meta FAIR)', 'Vedanuj Goswami', 'Meta FAIR'],
  ['Ada Brandt & Jürgen O’Neil', 'Ada Brandt & Jürgen O’Neil', undefined],
  ['J. R. van der Berg', 'J. R. van der Berg', undefined],
  ['Cher (Malibu)', 'Cher', 'Malibu'],
])('%s is people', (text, names, affiliation) => {
  expect(readPeople(text, 'dash')).toEqual({ names, affiliation });
});

test.each([
  'the good parts',
  'Introduction',
  'Linear Regression',
  'Part 2',
  'Why: Because',
  'AWS Lambda Functions 2024',
  'SQL JSON',
  'How We Did It',
  '',
])('"%s" is nobody', (text) => {
  expect(readPeople(text, 'dash')).toBeUndefined();
});

test('dates, alone and with a place', () => {
  for (const date of [
    '2023-09-14',
    '14 September 2023',
    'Sept 14th, 2023',
    'Thursday, 14 September 2023',
    '2019年8月31日',
    '14.09.2023 18:30',
  ]) {
    expect(isDate(date), date).toBe(true);
  }
  for (const text of ['In 2023 we moved', '2023', 'version 1.2.2023b', 'May be'])
    expect(isDate(text), text).toBe(false);
  expect(readDateAndPlace('Berlin, 14 September 2023')).toEqual({
    place: 'Berlin',
    date: '14 September 2023',
  });
});

test('words are shared across endings and hyphens, not by chance', () => {
  expect(shareWord('Finetuning (SFT and RHLF)', 'Fine-tuning')).toBe(true);
  expect(shareWord('Safety', 'Safe models')).toBe(true);
  expect(shareWord('Evaluation', 'Evaluating models')).toBe(true);
  expect(shareWord('Cats and dogs', 'The weather')).toBe(false);
  expect(shareWord('intermission', 'internet')).toBe(false);
});

test.each([
  ['The words of this are in the language that you and I know.', 'en'],
  ['Das ist ein Text, der für die Prüfung der Sprache ist und nicht mehr.', 'de'],
  ['これはテストです', 'ja'],
  ['这是一个测试', 'zh'],
  ['Это проверка', 'ru'],
  ['هذا اختبار', 'ar'],
  ['x = 1', undefined],
])('%s is in %s', (text, lang) => {
  expect(languageOf(new Map(), text)).toBe(lang);
});

test('addresses that act are not safe, however they are written', () => {
  for (const url of ['https://e.org', 'mailto:a@b.org', '#top', 'a/b.html', '?q=1:2'])
    expect(isSafeUrl(url), url).toBe(true);
  for (const url of [
    'javascript:x',
    'java\nscript:x',
    ' JavaScript:x',
    'data:text/html,x',
    'file:///etc',
    'vbscript:x',
  ]) {
    expect(isSafeUrl(url), url).toBe(false);
  }
});

test('HTML is read in time that grows with its length', () => {
  expect(htmlTokens('<'.repeat(20_000))).toHaveLength(1);
  expect(htmlTokens('<a '.repeat(20_000))).toHaveLength(1);
  expect(htmlTokens(`<a b='<a b="`.repeat(10_000)).length).toBeLessThan(20_000);
  expect(htmlTokens('<!--')).toMatchObject([{ kind: 'comment', closed: false }]);
  expect(decodeEntities('&amp;&#8211;&#x2013;&nosuch;&#xd800;')).toBe('&––&nosuch;\ufffd');
});

test('empty notes are notes without sections', () => {
  for (const text of ['', '\ufeff', '\n\n', '---\n---\n', '# ']) {
    const { value, diagnostics } = parseNotes({ path: 'n.md', text });
    expect(diagnostics).toEqual([]);
    expect(value.sections.flatMap((section) => section.blocks)).toEqual([]);
  }
});

test('a comment alone still has a section to stand in', () => {
  const { value } = parseNotes({ path: 'n.md', text: '<!-- later -->' });
  expect(value.sections[0]?.presenterNotes.map((note) => plainText(note.blocks))).toEqual(['later']);
});

test('spans point into the text with its byte order mark and CRLF', () => {
  const text = '\ufeff# A\r\n\r\n## B\r\n\r\n- c\r\n\r\n<!-- d -->\r\n';
  const { value } = parseNotes({ path: 'n.md', text });
  const at = (span: { start: number; end: number } | undefined) => text.slice(span?.start, span?.end);
  expect(at(value.title.title?.span)).toBe('A');
  expect(at(value.sections[0]?.headingSpan)).toBe('## B');
  expect(at(value.sections[0]?.presenterNotes[0]?.span)).toBe('<!-- d -->');
  const block = value.sections[0]?.blocks[0]?.position;
  expect([block?.start.line, block?.start.column]).toEqual([5, 1]);
});
