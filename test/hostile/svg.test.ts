import { describe, expect, test } from 'vitest';
import { limits } from '../../src/diagnostics/index.ts';
import { pictureType, readPicture } from '../../src/render/pictures/read-picture.ts';
import { expandsTooFar } from '../../src/render/pictures/svg.ts';
import { folderWith } from '../cli/lectern.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`;

/** Ten of each the one before: `10 ** levels` shapes. */
const bomb = (levels: number, use: (id: string) => string): string =>
  svg(
    `<defs><g id="g0"><rect width="1" height="1"/></g>${Array.from(
      { length: levels },
      (_, at) => `<g id="g${at + 1}">${use(`g${at}`).repeat(10)}</g>`,
    ).join('')}</defs>${use(`g${levels}`)}`,
  );

describe('a drawing that expands to more than can be drawn is too large', () => {
  const uses: Readonly<Record<string, (id: string) => string>> = {
    'by xlink:href': (id) => `<use xlink:href="#${id}"/>`,
    'by href': (id) => `<use x='1' href = '#${id}' ></use>`,
    'by a pattern': (id) => `<rect width="9" height="9" fill="url(#${id})"/>`,
    'by a style': (id) => `<rect style="mask: url( '#${id}' )"/>`,
  };
  test.each(Object.entries(uses))('%s', (_, use) => {
    expect(expandsTooFar(bomb(9, use))).toBe(true);
    expect(expandsTooFar(bomb(3, use))).toBe(false);
    const folder = folderWith({ 'a.svg': bomb(9, use), 'b.svg': bomb(3, use) });
    expect(readPicture('a.svg', { folder })).toEqual({ status: 'too-large' });
    expect(readPicture('b.svg', { folder })).toEqual({ status: 'found', width: 9, height: 9 });
  });

  test('by entities, by depth, by their number', () => {
    expect(expandsTooFar(`<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${svg('&b;')}`)).toBe(true);
    const elements = '<!ENTITY a "<rect/>"><!ENTITY b "<g>&a;&a;</g>">';
    expect(expandsTooFar(`<!DOCTYPE svg [${elements}]>${svg('&b;')}`)).toBe(true);
    expect(expandsTooFar(`<!DOCTYPE svg [<!ENTITY a '<rect/>'>]>${svg('&a;&a;')}`)).toBe(true);
    expect(
      expandsTooFar(`<!DOCTYPE svg [<!ENTITY a "b"><!ATTLIST svg x CDATA #IMPLIED>]>${svg('<g>&amp;</g>')}`),
    ).toBe(false);
    expect(expandsTooFar(`<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>${svg('')}`)).toBe(false);
    expect(expandsTooFar(svg('<g>'.repeat(5_000)))).toBe(true);
    expect(expandsTooFar(svg('<rect/>'.repeat(limits.svgElements)))).toBe(true);
  });
});

test('a drawing that uses itself is drawn by no browser, and counted in no time', () => {
  expect(
    expandsTooFar(svg('<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>')),
  ).toBe(false);
});

const long: Readonly<Record<string, string>> = {
  'comments before no root': `${'<!---->'.repeat(70_000)}<sv`,
  'spaces before no root': `${' '.repeat(500_000)}<sv`,
  'roots in no root': `x${'<svg '.repeat(100_000)}`,
  'a root that never ends': `<svg ${"a='".repeat(160_000)}`,
  'tags that never end': `<svg>${'<a '.repeat(160_000)}`,
  'quotes that never end': `<svg>${'<a "'.repeat(120_000)}`,
  'comments that never end': `<svg>${'<!-- '.repeat(100_000)}`,
  numbers: `<svg viewBox="${'0 '.repeat(200_000)}">`,
  'spaces in the root': `<svg ${' '.repeat(400_000)}width${' '.repeat(100_000)}>`,
};

test.each(Object.entries(long))('half a megabyte of %s takes no time', (_, text) => {
  const start = performance.now();
  pictureType(Buffer.from(text));
  expandsTooFar(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test.each([
  ['<svg width="10" height="20">', [10, 20]],
  ['<svg width="1in" height="2.54cm">', [96, 96]],
  ['<svg viewBox="0 0 40 30">', [40, 30]],
  ['<svg viewBox="0,0,40,30" width="80">', [80, 60]],
  ['<svg width="100%" height="100%" viewBox="0 0 4 3">', [4, 3]],
  ['<svg>', [300, 150]],
  ['<svg data-width="7">', [300, 150]],
  [
    '\ufeff<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg [<!ENTITY x "y">]><svg\nheight="15" viewBox="0 0 40 30"/>',
    [20, 15],
  ],
])('%s', (text, [width, height]) => {
  expect(pictureType(Buffer.from(text))).toEqual({ mime: 'image/svg+xml', width, height });
});
