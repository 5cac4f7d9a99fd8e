import type { SeenColours, SeenPair } from './seen-slide.ts';

/**
 * Sent to the browser as text: it may use nothing from outside itself, which is why it is one long
 * function. Computed colours over the background that is really behind them, slide by slide.
 */
export function lookAtColours(tokens: readonly string[]): SeenColours[] {
  type Rgba = readonly [number, number, number, number];
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('the browser draws no canvas');

  const known = new Map<string, Rgba>();
  /** Drawing it is the one way to read every colour there is, `oklch()` and `color-mix()` included. */
  const rgba = (css: string): Rgba => {
    const before = known.get(css);
    if (before) return before;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = pen.getImageData(0, 0, 1, 1).data;
    const found: Rgba = [r, g, b, a / 255];
    known.set(css, found);
    return found;
  };
  const over = ([r, g, b, a]: Rgba, [r2, g2, b2]: Rgba): Rgba => {
    const mix = (top: number, below: number): number => Math.round(top * a + below * (1 - a));
    return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
  };
  const hex = (colour: Rgba): string =>
    `#${colour
      .slice(0, 3)
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')}`;

  /** Layers from the element outwards, until one lets nothing through. */
  const behind = (element: Element): Rgba => {
    const layers: Rgba[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1] as Rgba);
  };

  const kindOf = (style: CSSStyleDeclaration, text: string): SeenPair['kind'] => {
    if (!/[\p{L}\p{N}]/u.test(text)) return 'mark';
    const size = Number.parseFloat(style.fontSize);
    return size >= 40 || (size >= 32 && Number(style.fontWeight) >= 700) ? 'large' : 'text';
  };

  const lookAt = (section: HTMLElement): SeenColours => {
    const probe = document.createElement('i');
    section.append(probe);
    const values = tokens.map((name) => {
      probe.style.color = 'transparent';
      probe.style.color = `var(--${name})`;
      return [name, hex(rgba(getComputedStyle(probe).color))] as const;
    });
    probe.remove();
    const named = (colour: string): string[] =>
      values.filter(([, value]) => value === colour).map(([name]) => name);

    const pairs = new Map<string, SeenPair>();
    const add = (element: Element, style: CSSStyleDeclaration, text: string): void => {
      const ground = behind(element);
      const colour = hex(over(rgba(style.color), ground));
      const kind = kindOf(style, text);
      const key = `${colour} ${hex(ground)} ${kind}`;
      if (pairs.has(key)) return;
      pairs.set(key, {
        colour,
        behind: hex(ground),
        kind,
        sample: text.replace(/\s+/g, ' ').trim().slice(0, 40),
        tokens: named(colour),
        behindTokens: named(hex(ground)),
      });
    };

    const clipped = new Set<string>();
    const frame = section.getBoundingClientRect();
    const range = document.createRange();
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement;
      if (!element || text.trim() === '' || element.closest('.katex-mathml, style, script, section svg'))
        continue;
      add(element, getComputedStyle(element), text);
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const isOut =
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1;
      if (isOut) clipped.add(text.trim().slice(0, 40));
    }
    for (const element of [section, ...section.querySelectorAll('*')]) {
      for (const pseudo of ['::before', '::after']) {
        const style = getComputedStyle(element, pseudo);
        if (/^(?:none|normal|"")$/.test(style.content) || style.display === 'none') continue;
        // A counter draws a number, whatever its name.
        const text = /counter\(/.test(style.content) ? '1' : style.content.replace(/"/g, '');
        add(element, style, text);
      }
    }
    if (section.dataset.scaled) clipped.add(`scaled to ${section.dataset.scaled}`);
    return {
      layout: section.classList[0] ?? '',
      clipped: [...clipped],
      pairs: [...pairs.values()],
    };
  };

  return [...document.querySelectorAll<HTMLElement>('svg[data-marpit-svg] section')].map(lookAt);
}
