import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openPackage, readXml, readZip } from '../../src/office/index.ts';

const limits = { entries: 10, unpackedBytes: 1_000_000 };

function archive(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

const reasonOf = (bytes: Buffer, of = limits): unknown => {
  const files = readZip(bytes, of);
  return 'reason' in files ? files.reason : files.size;
};

test('the files of an archive, packed or not', () => {
  const bytes = zipSync({
    'a.txt': strToU8('a'.repeat(500)),
    'b/c.txt': [strToU8('c'), { level: 0 }],
    'd/': new Uint8Array(),
  });
  const files = readZip(Buffer.from(bytes), limits);
  expect('reason' in files ? files : [...files].map(([name, content]) => [name, content.length])).toEqual([
    ['a.txt', 500],
    ['b/c.txt', 1],
  ]);
});

test.each(['../out.txt', 'a/../../out.txt', '/etc/passwd', 'C:\\out.txt', 'a\\b.txt', 'a//b.txt', './a.txt'])(
  'a file called %s leads out of its archive',
  (name) => {
    expect(reasonOf(archive({ [name]: 'text' }))).toBe(`the name of a file in it leads elsewhere: ${name}`);
  },
);

test('names with dots in them lead nowhere', () => {
  expect(reasonOf(archive({ 'a..b/.rels': 'text', '...': 'text' }))).toBe(2);
});

test('what unpacks to more than is wanted, and what says less than it unpacks to', () => {
  const bomb = archive({ 'a.xml': ' '.repeat(2_000_000) });
  expect(reasonOf(bomb)).toBe('it unpacks to 2 MB');
  // The size in the directory, made small.
  const at = bomb.lastIndexOf('PK\u0001\u0002');
  bomb.writeUInt32LE(10, at + 24);
  expect(reasonOf(bomb)).toBe('a file in it is damaged: a.xml');
});

test('too many files, two of one name, a password, a wrong checksum, no archive', () => {
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}.txt`, '']));
  expect(reasonOf(archive(many))).toBe('it holds 11 files');
  const twins = archive({ 'a.txt': '1', 'b.txt': '2' });
  const second = twins.lastIndexOf('b.txt');
  twins.write('a', second);
  expect(reasonOf(twins)).toBe('two files in it have one name: a.txt');
  const locked = archive({ 'a.txt': '1' });
  locked.writeUInt16LE(1, locked.lastIndexOf('PK\u0001\u0002') + 8);
  expect(reasonOf(locked)).toBe('a file in it is damaged: a.txt');
  const damaged = archive({ 'a.txt': 'text' });
  damaged.writeUInt32LE(1, damaged.lastIndexOf('PK\u0001\u0002') + 16);
  expect(reasonOf(damaged)).toBe('a file in it is damaged: a.txt');
  expect(reasonOf(Buffer.from('PK'))).toBe('it is no zip archive');
  expect(reasonOf(Buffer.alloc(0))).toBe('it is no zip archive');
});

test('an archive cut off anywhere is none, or one with a damaged file', () => {
  const bytes = archive({ 'a.txt': 'text', 'b.txt': 'more text' });
  for (let length = 0; length < bytes.length; length++) {
    expect(typeof reasonOf(bytes.subarray(0, length))).toBe('string');
  }
});

test('elements have the usual prefix of their namespace', () => {
  const root = readXml(
    '\ufeff<?xml version="1.0"?><!-- c --><x:sld xmlns:x="http://schemas.openxmlformats.org/presentationml/2006/main" show="1"><sp xmlns="http://schemas.openxmlformats.org/drawingml/2006/main" x:id="2" note=\'a &amp; b&#x41;\'/>a<![CDATA[<b>]]>&lt;</x:sld>',
  );
  expect(root).toMatchObject({ name: 'p:sld', children: [{ name: 'a:sp' }, 'a<b><'] });
  const [child] = 'children' in root ? root.children : [];
  expect(typeof child === 'object' ? [...child.attributes] : child).toEqual([
    ['p:id', '2'],
    ['note', 'a & bA'],
  ]);
});

test.each([
  ['<a>', '<a> is not closed'],
  ['<a></b>', '</b> closes what was not open'],
  ['<a/><b/>', 'there are two roots'],
  ['text', 'text stands outside of the root'],
  ['', 'there is no root'],
  ['<a b="1" b="2"/>', 'b is there twice'],
  ['<a b=1/>', 'this is no XML'],
  ['<p:a/>', 'the namespace of p:a was never given'],
  ['<a p:b="1"/>', 'the namespace of p:b was never given'],
  ['<a>&nbsp;</a>', 'a character has no place in XML'],
  ['<a>& b</a>', 'a character has no place in XML'],
  ['<a b="&x;"/>', 'the value of b names an entity that XML has not'],
  ['<a>\u0001</a>', 'a character has no place in XML'],
  ['<a>&#0;</a>', 'a character has no place in XML'],
  ['<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'this is no XML'],
  ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'this is no XML'],
  ['<a>'.repeat(300), 'elements stand more than 200 deep'],
])('%s is no XML that office programs write', (text, error) => {
  expect(readXml(text)).toMatchObject({ error });
});

test('long texts are read in linear time', () => {
  const start = performance.now();
  readXml(`<a ${'b '.repeat(100_000)}`);
  readXml(`<a>${'<b c="1"'.repeat(50_000)}`);
  readXml(`<!--${'-'.repeat(500_000)}`);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('a part has the type of its name, else of its ending, and targets are found from its folder', () => {
  const { parts, relations, problems } = openPackage(
    new Map(
      Object.entries({
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="PNG" ContentType="image/png"/><Override PartName="/ppt/a.xml" ContentType="x/a+xml"/></Types>',
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/y/slide" Target="/ppt/a.xml"/><Relationship Id="r2" Type="http://x/y/hyperlink" Target="http://a.test/" TargetMode="External"/></Relationships>',
        'ppt/a.xml': '<a/>',
        'ppt/_rels/a.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/y/image" Target="../media/a%20b.png"/></Relationships>',
        'media/a b.png': '',
      }).map(([name, text]) => [name, Buffer.from(text)]),
    ),
  );
  expect(problems).toEqual([]);
  expect([...parts.values()].map(({ name, type }) => [name, type])).toEqual([
    ['ppt/a.xml', 'x/a+xml'],
    ['media/a b.png', 'image/png'],
  ]);
  expect(relations.map(({ target, isExternal }) => [target, isExternal])).toEqual([
    ['ppt/a.xml', false],
    ['http://a.test/', true],
  ]);
  expect(parts.get('ppt/a.xml')?.relations[0]?.target).toBe('media/a b.png');
});
