import type { Box } from '../../src/layouts/index.ts';
import type { Block } from '../../src/notes/index.ts';
import { readMarkdown } from '../../src/notes/markdown/read-markdown.ts';
import type { DeckFacts, Plan, Slide } from '../../src/plan/index.ts';

const facts: DeckFacts = {
  title: 'A talk',
  shortTitle: 'A talk',
  markerTitle: 'A talk',
  lang: 'en',
  dir: 'ltr',
  theme: 'recap',
  size: '16:9',
};

export function blocksOf(markdown: string): Block[] {
  return readMarkdown(markdown, 'text').children as Block[];
}

export function flow(blocks: readonly Block[]): Box {
  return { kind: 'flow', class: 'text', style: 'body', blocks };
}

export function slideOf(body: Box | undefined, more: Partial<Slide> = {}): Slide {
  return {
    layout: 'bullets',
    composition: 'plain',
    fills: 'top',
    ground: 'light',
    bodySize: 'sm',
    title: undefined,
    body,
    presenterNotes: [],
    section: [],
    marker: [],
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
