import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDeck } from '../../src/deck/index.ts';
import type { Box } from '../../src/layouts/index.ts';
import type { Block, Phrasing } from '../../src/notes/index.ts';
import type { Slide } from '../../src/plan/index.ts';
import { marps } from './both-marps.ts';
import { nastyText } from './nasty.ts';
import { blocksOf, flow, planOf, slideOf } from './plan-of.ts';
import { normal, readHtml } from './read-html.ts';

const pictures = () => ({ status: 'found', width: 1, height: 1 }) as const;
const print = (slides: readonly Slide[]): string => printDeck(planOf(slides), { pictures }).markdown;
const line = (text: string): Phrasing[] => [{ type: 'text', value: text }];
const remark = (text: string): Block[] => [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
const leaf = (name: string, text: string): Box => ({
  kind: 'line',
  class: name,
  style: 'label',
  content: line(text),
});

describe.each(Object.entries(marps))('%s Marp', (_, render) => {
  const html = (slides: readonly Slide[]): string => render(print(slides)).slides.join('\n');

  it('never takes the description of a picture that is not there for a heading or a list', () => {
    for (const alt of ['# the pier', '- the pier', '1. the pier', '> the pier', '# a pier']) {
      const picture: Block = { type: 'paragraph', children: [{ type: 'image', url: 'gone.png', alt }] };
      const { markdown } = printDeck(planOf([slideOf(flow([picture]))]), {
        pictures: () => ({ status: 'missing' }),
      });
      const { text } = readHtml(render(markdown).slides[0] ?? '');
      expect(normal(text)).toContain(normal(alt));
      expect(normal(text)).not.toContain('gone.png');
    }
  });

  it('never takes presenter notes for an order, and keeps their words', () => {
    const orders = [
      'theme: gaia\nclass: x',
      '_class: y',
      '# a\nclass: x',
      '{class: x}',
      '? class',
      'class',
      '- class: x',
      'a: b\nclass: x',
      '"class": x',
      '---\nclass: x',
      '&a class: x',
      'prettier-ignore',
      'lint ignore',
      'fit',
      'style: |\n  section { color: red }',
      'a --> b\nclass: x',
      '-',
      '--',
      '<!-- class: x -->',
      '!!map {class: x}',
      '%TAG ! x\n---\nclass: x',
      'headingDivider: 1',
      '!',
    ];
    const slides = orders.map((text) => slideOf(flow(remark('b')), { presenterNotes: remark(text) }));
    const rendered = render(print(slides));
    rendered.slides.forEach((slide, at) => {
      expect(readHtml(slide).classes).toBe('bullets');
      expect(slide).toContain(' data-theme="recap"');
      const notes = (rendered.comments[at] ?? []).join('').replaceAll('\u2060', '');
      expect(normal(notes)).toBe(normal(orders[at] ?? ''));
    });
    expect(rendered.slides).toHaveLength(orders.length);
    expect(rendered.css).not.toContain('red');
  });

  it('shows lists that are nested deeper than Marp reads', () => {
    const depth = 30;
    const deep = Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- level${at}`).join('\n');
    const quotes = `${'> '.repeat(depth)}deep quote`;
    const [first, second, third] = render(
      print([slideOf(flow(blocksOf(deep))), slideOf(flow(blocksOf(quotes))), slideOf(flow(remark('after')))]),
    ).slides;
    for (let at = 0; at < depth; at++) expect(readHtml(first ?? '').text).toContain(`level${at}`);
    expect(readHtml(second ?? '').text).toBe('deep quote');
    expect(readHtml(third ?? '').text).toBe('after');
  });

  it('reveals level 1 of lists, and nothing when it is not asked to', () => {
    const body = flow(blocksOf('* a\n  * b\n* c\n\n1) x\n'));
    expect(html([slideOf(body, { reveal: true })]).match(/data-marpit-fragment="/g)).toHaveLength(3);
    expect(html([slideOf(body)])).not.toContain('data-marpit-fragment');
  });

  it('reveals answers after their questions', () => {
    const pair = (at: number): Box => ({
      kind: 'stack',
      class: 'pair',
      gap: 'small',
      boxes: [
        leaf('question', `Q${at}?`),
        { kind: 'flow', class: 'answer', style: 'body', blocks: blocksOf(`- A${at}`) },
      ],
    });
    const body: Box = { kind: 'stack', class: 'questions', gap: 'large', boxes: [pair(1), pair(2)] };
    const seen = html([slideOf(body, { layout: 'qa', reveal: true })]);
    expect(readHtml(seen).text).toBe('Q1? A1 Q2? A2');
    expect(seen).toMatch(/<li data-marpit-fragment="2">\s*<div class="answer flow">/);
  });

  it('reveals the boxes of other layouts', () => {
    const body: Box = {
      kind: 'row',
      class: 'figures',
      gap: 'column',
      widths: [1, 1],
      boxes: [leaf('figure', '2T'), leaf('figure', '7x')],
    };
    const seen = html([slideOf(body, { layout: 'stats', reveal: true })]);
    expect(seen).toMatch(
      /<ul>\s*<li data-marpit-fragment="1">\s*<div class="figure line text-label">\s*<p>2T<\/p>/,
    );
    expect(readHtml(seen).counts.li).toBe(2);
  });

  it('says what the deck says of itself', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const plan = planOf(
          [
            slideOf(undefined, {
              layout: 'title',
              title: { content: line('x'), text: 'x', reason: 'a test' },
            }),
          ],
          { title: text, speaker: text, header: text, footer: text },
        );
        const [slide = ''] = render(printDeck(plan, { pictures }).markdown).slides;
        expect(readHtml(slide).classes).toBe('title');
        expect(slide).toContain(' data-theme="recap"');
        expect(slide).toContain(' lang="en"');
        expect(slide).not.toContain('data-marpit-pagination=');
      }),
      { numRuns: 40 },
    );
  });

  it('gives a list item no paragraph of its own unless its list needs blank lines', () => {
    expect(html([slideOf(flow(blocksOf('- a\n\n- b\n  - c')))])).not.toContain('<p>');
    expect(html([slideOf(flow(blocksOf('- a\n\n  b\n- c')))]).match(/<p>/g)).toHaveLength(3);
  });
});

describe('boxes', () => {
  it('name their kind, distances and shares', () => {
    const row = (widths: number[]): Box => ({
      kind: 'row',
      class: 'pair',
      gap: 'column',
      padding: 'small',
      widths,
      boxes: widths.map(() => leaf('a', 'x')),
    });
    expect(print([slideOf(row([1, 1, 1]))])).toContain(
      '<div class="body pair row gap-column columns-3 pad-small">',
    );
    expect(print([slideOf(row([0.4, 0.6]))])).toContain('columns-2-3');
    expect(print([slideOf(row([1, 1.37]))])).toMatch(/columns-\d+-\d+ /);
  });
});

describe('what stands beside the Markdown', () => {
  it('names titles with their part, features and pictures', () => {
    const slide = slideOf(flow(blocksOf('- ![a](cat.png) 😀\n\n```mermaid\na\n```')), {
      title: {
        content: line('Pretraining'),
        text: 'Pretraining',
        reason: 'a test',
        part: { number: 2, of: 3 },
      },
      presenterNotes: blocksOf('One\n\n- two\n  - three'),
    });
    const deck = printDeck(planOf([slide]), { pictures, pictureUrl: (url) => `https://example.org/${url}` });
    expect(deck.slides[0]?.title).toBe('Pretraining, part 2 of 3');
    expect(deck.slides[0]?.presenterNotes).toBe('One\n\n- two\n  - three');
    expect(deck.features).toEqual({ code: false, math: false, mermaid: true, emoji: true });
    expect(deck.pictures).toEqual(['cat.png']);
    expect(deck.markdown).toContain('![a](https://example.org/cat.png)');
    expect(deck.markdown).toContain('## Pretraining<span class="part again">, part 2 of 3</span>');
  });

  it('numbers the lines of a part of code', () => {
    const code: Block = { type: 'code', lang: 'js', value: 'a\nb', data: { firstLine: 41 } };
    const [slide = ''] = marps.plain(print([slideOf(flow([code]))])).slides;
    expect(slide).toContain('<div class="line-numbers"><span>41</span><span>42</span></div>');
    expect(slide).toContain('<code class="language-js">');
  });
});
