import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import type { Box } from '../../src/layouts/index.ts';
import type { Block } from '../../src/notes/index.ts';
import type { DeckFacts, Plan, Slide } from '../../src/plan/index.ts';

const facts: DeckFacts = { title: 'A talk', lang: 'en', dir: 'ltr', theme: 'recap', size: '16:9' };

export function blocksOf(markdown: string): Block[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm(), math()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
  });
  return tree.children as Block[];
}

export function flow(blocks: readonly Block[]): Box {
  return { kind: 'flow', class: 'text', style: 'body', blocks };
}

export function slideOf(body: Box | undefined, more: Partial<Slide> = {}): Slide {
  return {
    layout: 'bullets',
    bodySize: 'sm',
    title: undefined,
    body,
    presenterNotes: [],
    section: [],
    spans: [],
    fill: 0.5,
    reason: 'a test',
    alternatives: [],
    reveal: false,
    ...more,
  };
}

export function planOf(slides: readonly Slide[], more: Partial<DeckFacts> = {}): Plan {
  return { deck: { ...facts, ...more }, slides, anchors: new Map([['id', 1]]) };
}
