import type { Image } from 'mdast';
import { describe, expect, test } from 'vitest';
import { isCaption, mayFill } from '../../src/layouts/content/pictures.ts';
import { isShownBeside, isVector, layouts, shapeOf } from '../../src/layouts/index.ts';
import type { Block } from '../../src/notes/index.ts';
import { blocksOf } from '../theme/markdown.ts';

const image = (width: number, height: number): Image => ({
  type: 'image',
  url: 'a.png',
  data: { size: { width, height } },
});

/** Pictures say their size: `![](600x900.png)`. */
function sized(markdown: string): Block[] {
  const blocks = blocksOf(markdown);
  for (const block of blocks) {
    for (const child of block.type === 'paragraph' ? block.children : []) {
      const [, width, height] = (child.type === 'image' && /(\d+)x(\d+)/.exec(child.url)) || [];
      if (child.type === 'image' && width)
        child.data = { size: { width: Number(width), height: Number(height) } };
    }
  }
  return blocks;
}

const scores = (markdown: string): Record<string, number | undefined> => {
  const content = { title: '', role: 'talk' as const, blocks: sized(markdown) };
  const names = ['image', 'image-left', 'image-right', 'gallery'] as const;
  return Object.fromEntries(names.map((name) => [name, layouts[name].score(content)?.score]));
};

test('shapes', () => {
  expect(shapeOf(image(1600, 900))).toBe('wide');
  expect(shapeOf(image(800, 800))).toBe('tall');
  expect(shapeOf(image(64, 64))).toBe('small');
  expect(shapeOf({ type: 'image', url: 'a.png' })).toBe('unknown');
});

test('lines and areas can be enlarged, screenshots cannot', () => {
  expect(['a.svg', 'a.SVG?x=1', 'data:image/svg+xml,x'].every(isVector)).toBe(true);
  expect(['a.png', 'svg.jpg', 'https://svg.example/a.gif'].some(isVector)).toBe(false);
});

describe('a caption', () => {
  test.each([
    ['The old quay at low water', 'quay.png'],
    ['Figure 3: attention over time', 'a.png'],
    ['夜の図書館', 'a.png'],
    ['Screenshot of the new login page', 'a.png'],
  ])('%s', (text, url) => {
    expect(isCaption(text, url)).toBe(true);
  });

  test.each([
    ['image', 'a.png'],
    ['Screenshot 2024-03-05 at 10.32.11', 'a.png'],
    ['Pasted image 20240305', 'a.png'],
    ['image 12', 'a.png'],
    ['alt text', 'a.png'],
    ['IMG_2034.jpg', 'IMG_2034.jpg'],
    ['old quay', 'old-quay.png'],
    ['My Slide 1', 'my%20slide%201.png'],
    ['quay', 'a.png'],
    ['500x300', 'a.png'],
    ['https://example.org/a b.png', 'a.png'],
    ['', 'a.png'],
    ['word '.repeat(40), 'a.png'],
  ])('is not %s', (text, url) => {
    expect(isCaption(text, url)).toBe(false);
  });
});

describe('a picture and its text', () => {
  test('stand side by side when the picture is tall and the text short', () => {
    expect(scores('![](600x900.png)\n\n- one\n- two')).toMatchObject({
      'image-left': 0.88,
      'image-right': 0.8,
    });
    expect(scores('- one\n- two\n\n![](600x900.png)')).toMatchObject({
      'image-left': 0.8,
      'image-right': 0.88,
    });
  });

  test.each([
    ['a panorama', '![](2400x900.png)\n\n- one\n- two'],
    ['an icon', '![](64x64.png)\n\n- one\n- two'],
    ['a picture nobody can look at', '![](a.png)\n\n- one\n- two'],
    ['much text', `![](600x900.png)\n\n${'many words '.repeat(50)}`],
    ['another picture', '![](600x900.png)\n\n- one\n\n![](600x900.png)'],
    ['text on both sides', '- one\n\n![](600x900.png)\n\ntwo'],
    ['code', '![](600x900.png)\n\n```\none\n```'],
    ['nothing else', '![](600x900.png)'],
  ])('not with %s', (_, markdown) => {
    expect(isShownBeside(sized(markdown))).toBe(false);
    expect(scores(markdown)).toMatchObject({ 'image-left': undefined, 'image-right': undefined });
  });
});

describe('a gallery', () => {
  const pictures = (count: number): string => '![](800x600.png)\n\n'.repeat(count);

  test('holds two to six pictures, and a sentence', () => {
    expect(scores(pictures(2)).gallery).toBe(0.88);
    expect(scores(`Six of them:\n\n${pictures(6)}`).gallery).toBe(0.88);
  });

  test.each([
    ['one picture', pictures(1)],
    ['seven', pictures(7)],
    ['icons', '![](64x64.png)\n\n![](64x64.png)'],
    ['pictures and a list', `${pictures(2)}- one`],
  ])('is not made of %s', (_, markdown) => {
    expect(scores(markdown).gallery).toBeUndefined();
  });
});

test('a diagram has a slide with its sentence, and is not code', () => {
  const content = (markdown: string) => ({ title: '', role: 'talk' as const, blocks: blocksOf(markdown) });
  const diagram = content('So it goes:\n\n```mermaid\ngraph LR\na-->b\n```');
  expect(layouts.diagram.score(diagram)?.score).toBe(0.9);
  expect(layouts.code.score(diagram)).toBeUndefined();
  expect(layouts.diagram.score(content('```js\na\n```'))).toBeUndefined();
  expect(layouts.diagram.score(content('```mermaid\na\n```\n\n- one\n- two'))).toBeUndefined();
});

test('a photograph of about the shape fills its field; a drawing, and one that would lose too much, is shown whole', () => {
  const photograph = (width: number, height: number): Image => ({ ...image(width, height), url: 'a.jpg' });
  expect(mayFill(photograph(1500, 1000), 2)).toBe(true);
  expect(mayFill(photograph(1500, 1000), 3)).toBe(false);
  expect(mayFill(image(1500, 1000), 1.5)).toBe(false);
});
