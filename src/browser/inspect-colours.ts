// Colours of text over what is really behind it, slide by slide, as the browser computes them.
import { type ColourReader, createColourReader, hex, over, type Rgba } from './colours.ts';
import type { ColourPair, ColourSnapshot } from './snapshots.ts';

/** Every slide of the page; `tokens` are names of custom properties, without `--`. */
export function inspectColours(tokens: readonly string[]): ColourSnapshot[] {
  const rgba = createColourReader();
  const sections = document.querySelectorAll<HTMLElement>('svg[data-marpit-svg] section');
  return [...sections].map((section) => inspectSection(section, tokens, rgba));
}

function inspectSection(section: HTMLElement, tokens: readonly string[], rgba: ColourReader): ColourSnapshot {
  const tokensOf = tokenNames(section, tokens, rgba);
  const pairs = new Map<string, ColourPair>();
  for (const styled of [...drawnTexts(section), ...generatedTexts(section)]) {
    const { style, text } = styled;
    const ground = groundBehind(styled, rgba);
    const colour = hex(over(rgba(style.color), ground));
    const behind = hex(ground);
    const kind = kindOf(style, text);
    const key = `${colour} ${behind} ${kind}`;
    if (pairs.has(key)) continue;
    const sample = text.replace(/\s+/g, ' ').trim().slice(0, 40);
    pairs.set(key, {
      colour,
      behind,
      kind,
      sample,
      tokens: tokensOf(colour),
      behindTokens: tokensOf(behind),
    });
  }
  return {
    layout: section.classList[0] ?? '',
    clipped: clippedTexts(section),
    pairs: [...pairs.values()],
  };
}

/** The tokens that have a colour, given as `#rrggbb`, on this slide. */
function tokenNames(
  section: HTMLElement,
  tokens: readonly string[],
  rgba: ColourReader,
): (colour: string) => string[] {
  const probe = document.createElement('i');
  section.append(probe);
  const values = tokens.map((name) => {
    probe.style.color = 'transparent';
    probe.style.color = `var(--${name})`;
    return [name, hex(rgba(getComputedStyle(probe).color))] as const;
  });
  probe.remove();
  return (colour) => values.filter(([, value]) => value === colour).map(([name]) => name);
}

interface StyledText {
  /** What it stands in: its own colours are those of `style`. */
  readonly around: Element | null;
  readonly style: CSSStyleDeclaration;
  readonly text: string;
}

function drawnTexts(section: HTMLElement): StyledText[] {
  return textNodes(section).map(({ element, text }) => ({
    around: element.parentElement,
    style: getComputedStyle(element),
    text,
  }));
}

function generatedTexts(section: HTMLElement): StyledText[] {
  return [section, ...section.querySelectorAll('*')].flatMap((element) =>
    ['::before', '::after'].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (/^(?:none|normal|"")$/.test(style.content) || style.display === 'none') return [];
      // A counter draws a number, whatever its name.
      const text = /counter\(/.test(style.content) ? '1' : style.content.replace(/"/g, '');
      return { around: element, style, text };
    }),
  );
}

/** Texts that reach over the slide's edge, and whether the slide had to be scaled. */
function clippedTexts(section: HTMLElement): string[] {
  const frame = section.getBoundingClientRect();
  const range = document.createRange();
  const clipped = textNodes(section).flatMap(({ node, text }) => {
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const isOut =
      box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1;
    return isOut ? text.trim().slice(0, 40) : [];
  });
  const scaled = section.dataset.scaled ? [`scaled to ${section.dataset.scaled}`] : [];
  return [...new Set([...clipped, ...scaled])];
}

function textNodes(section: HTMLElement): { node: Node; element: Element; text: string }[] {
  const found: { node: Node; element: Element; text: string }[] = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const element = node.parentElement;
    if (!element || text.trim() === '') continue;
    if (!element.closest('.katex-mathml, style, script, section svg')) found.push({ node, element, text });
  }
  return found;
}

function kindOf(style: CSSStyleDeclaration, text: string): ColourPair['kind'] {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mark';
  const size = Number.parseFloat(style.fontSize);
  return size >= 40 || (size >= 32 && Number(style.fontWeight) >= 700) ? 'large' : 'text';
}

/** Layers from the text outwards, until one lets nothing through. */
function groundBehind({ style, around }: StyledText, rgba: ColourReader): Rgba {
  const styles = [style];
  for (let at = around; at; at = at.parentElement) styles.push(getComputedStyle(at));
  const all = styles.map(({ backgroundColor }) => rgba(backgroundColor));
  const last = all.findIndex((layer) => layer[3] === 1);
  const layers = last === -1 ? all : all.slice(0, last + 1);
  return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1] as Rgba);
}
