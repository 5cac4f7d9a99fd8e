import { expect, test, vi } from 'vitest';
import { diagramSvg } from '../../src/render/diagram/diagram-svg.ts';
import { renderMarp } from '../../src/render/marp/index.ts';
import { baseTheme, deckOf } from './talk.ts';

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\``;

async function render(...sources: readonly string[]) {
  const slides = sources.map((source, at) => ({ title: `Slide ${at}`, body: fence(source) }));
  return renderMarp(deckOf(slides, { mermaid: true }), await baseTheme());
}

test('a diagram is drawn in the colours and the font of its slide, and fetches nothing', async () => {
  const { html, diagnostics } = await render('graph LR\n  a[one] -->|leads to| b[two]');
  expect(html).toContain('--bg:var(--background);--fg:var(--text)');
  expect(html).toContain('font-family: inherit');
  expect(html).not.toMatch(/@import|Inter|https?:\/\/fonts/);
  expect(html).toContain('leads to');
  expect(diagnostics).toEqual([]);
});

test('diagrams share no names: arrowheads of a hidden slide are not drawn', async () => {
  const { html } = await render('graph LR\n  a --> b', 'graph LR\n  c --> d');
  const names = [...html.matchAll(/<marker id="([^"]*)"/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [, name] of html.matchAll(/url\(#([^)]*)\)/g)) expect(names).toContain(name);
});

test.each([
  ['flowchrt LR\n  a --> b', '“flowchrt LR” begins no diagram that is known'],
  ['pie\n  "a <b>": 3', '“pie” begins no diagram that is known'],
  ['graph LR', 'there is nothing in it'],
])('what cannot be drawn is shown as code, with a warning and no stack: %s', async (source, reason) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { html, diagnostics } = await render(source);
  expect(warn).not.toHaveBeenCalled();
  expect(html).toContain('<pre class="undrawn"');
  expect(html).not.toContain('<b>');
  expect(diagnostics).toMatchObject([
    { code: 'render/diagram', severity: 'warning', message: `the diagram cannot be drawn: ${reason}` },
  ]);
  warn.mockRestore();
});

test('the warning stands at the first line of the diagram', async () => {
  const text = `# Whales\n\n${fence('pie\n  "a": 3')}\n`;
  const deck = deckOf([{ title: 'Whales', body: fence('pie\n  "a": 3') }], { mermaid: true });
  const [slide] = deck.slides;
  const whole = { ...deck, slides: [{ ...slide, spans: [{ path: 'w.md', start: 0, end: text.length }] }] };
  const { diagnostics } = await renderMarp(whole as typeof deck, await baseTheme(), { path: 'w.md', text });
  const { start, end } = diagnostics[0]?.span ?? { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe('pie');
});

test('a chain whose words could not be read is laid the other way, one that fits is not', () => {
  const ratio = (way: string, length: number): number => {
    const links = Array.from({ length }, (_, at) => `  n${at} --> n${at + 1}`);
    const svg = diagramSvg(`graph ${way}\n${links.join('\n')}`, 'd', { width: 1120, height: 400 });
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
    return (width ?? 0) / (height ?? 1);
  };
  expect(ratio('TD', 2)).toBeLessThan(1);
  expect(ratio('TD', 6)).toBeGreaterThan(1);
  expect(ratio('LR', 3)).toBeGreaterThan(1);
});
