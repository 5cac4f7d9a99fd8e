// A company's template, made by hand: its colours, its fonts, a slide of 4:3, and layouts that are known by their places.
import { expect, test } from 'vitest';
import { openPackage, readZip } from '../../../src/office/index.ts';
import { readTemplate } from '../../../src/render/pptx/template.ts';
import { type Parts, planted, sample, without, zipped } from '../../check/pptx/sample.ts';
import { brand, layoutNames } from './brand.ts';

const template = () => {
  const read = readTemplate(zipped(brand));
  if (typeof read === 'string') throw new Error(read);
  return read;
};

test('layouts are known by their places, whatever they are called and in whatever order', () => {
  const { layouts, size, masterId } = template();
  expect(layouts.map(({ kind }) => kind)).toEqual([
    'title',
    'content',
    'two',
    'section',
    'picture',
    'title-only',
    'blank',
  ]);
  expect(size).toEqual({ width: 960, height: 720 });
  expect(masterId).toBe('2147483660');
  expect(
    layouts[1]?.places.map(({ type, index, area, textSize }) => [type, index, area?.x, textSize]),
  ).toEqual([
    ['title', undefined, 60, 40],
    ['obj', '1', 60, 28],
  ]);
});

test('what is copied: the master with its layouts, its theme and its pictures; no slide', () => {
  const names = template().parts.map(({ name }) => name);
  expect(names).toContain('ppt/theme/theme1.xml');
  expect(names).toContain('ppt/media/logo.png');
  expect(names.filter((name) => name.startsWith('ppt/slideLayouts/'))).toHaveLength(layoutNames.length);
  expect(names.some((name) => name.startsWith('ppt/slides/'))).toBe(false);
});

const rels = 'ppt/slideLayouts/_rels/slideLayout2.xml.rels';
const relation = (type: string, target: string, mode = ''): string =>
  `<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/></Relationships>`;
const related = (type: string, target: string, mode?: string): Parts =>
  planted(brand, rels, (text) => text.replace('</Relationships>', relation(type, target, mode)));

test.each<[string, Parts, string]>([
  [
    'a link out of the file',
    related('hyperlink', 'https://a.test/x', ' TargetMode="External"'),
    'its link to https://a.test/x is left out',
  ],
  [
    'a picture from elsewhere',
    related('image', 'https://a.test/x.png', ' TargetMode="External"'),
    'its link to https://a.test/x.png is left out',
  ],
  [
    'an embedded object',
    { ...related('oleObject', '../embeddings/o.bin'), 'ppt/embeddings/o.bin': 'o' },
    'what it embeds (oleObject) is left out',
  ],
  ['a macro', { ...brand, 'ppt/vbaProject.bin': 'macro' }, 'its macros are left out'],
])('%s is left out, and that is said', (_, parts, warning) => {
  const read = readTemplate(zipped(parts));
  expect(typeof read === 'string' ? read : read.warnings).toEqual([warning]);
});

test.each<[string, Buffer | Parts, string]>([
  ['no zip archive', Buffer.from('text'), 'it is no zip archive'],
  [
    'a name that leads elsewhere',
    { ...brand, '../x': 'x' },
    'the name of a file in it leads elsewhere: ../x',
  ],
  ['more than can be unpacked', { ...brand, 'ppt/x.xml': ' '.repeat(201_000_000) }, 'it unpacks to 201 MB'],
  ['no presentation', { 'a.txt': 'text' }, 'it is no presentation of PowerPoint'],
  ['no master', without(brand, 'ppt/slideMasters/slideMaster1.xml'), 'it has no slide master with a theme'],
  ['no theme', without(brand, 'ppt/theme/theme1.xml'), 'it has no slide master with a theme'],
  [
    'entities that grow',
    planted(brand, 'ppt/slideLayouts/slideLayout1.xml', (text) => `<!DOCTYPE a [<!ENTITY b "c">]>${text}`),
    'ppt/slideLayouts/slideLayout1.xml cannot be read: this is no XML, at character 0',
  ],
])('%s is no template', (_, file, reason) => {
  expect(readTemplate(Buffer.isBuffer(file) ? file : zipped(file))).toBe(reason);
});

test('a file that is a deck, not a template, has a master too', () => {
  expect(readTemplate(zipped(sample))).toMatchObject({ master: 'ppt/slideMasters/slideMaster1.xml' });
});

test('the template itself is sound', () => {
  const files = readZip(zipped(brand), { entries: 100, unpackedBytes: 1e7 });
  if ('reason' in files) throw new Error(files.reason);
  expect(openPackage(files).problems).toEqual([]);
});
