import { readFile } from 'node:fs/promises';
import type { Handout, SheetGeometry } from '../../handout/index.ts';
import { packageFile } from '../../package-file.ts';
import type { Theme } from '../../theme/index.ts';

/** The paper's own rules; they go after those of the slides. */
export async function handoutCss(handout: Handout, theme: Theme): Promise<string> {
  const { width, height } = handout.geometry;
  return [
    await readFile(handoutFile('page.css'), 'utf8'),
    `@page { size: ${width}mm ${height}mm; margin: 0 }`,
    `.handout { ${declarations(handout, theme)} }`,
    handout.ink === 'saved' ? savedInk(theme) : '',
  ].join('\n');
}

function declarations({ geometry }: Handout, theme: Theme): string {
  const { width, height, margins, slide, gutter, scale } = geometry;
  const cover = coverSize(geometry);
  const lengths: Readonly<Record<string, number>> = {
    'paper-width': width,
    'paper-height': height,
    top: margins.top,
    bottom: margins.bottom,
    inner: margins.inner,
    outer: margins.outer,
    gutter,
    'slide-width': slide.width,
    'slide-height': slide.height,
    'cover-width': cover.width,
    'cover-height': cover.height,
    measure: measureOf(geometry),
  };
  const others: Readonly<Record<string, string>> = {
    scale: `${scale}`,
    'type-scale': `${typeScale(geometry)}`,
    columns: `${geometry.mode === 'bare' ? 1 : geometry.columns}`,
    'per-row': `${geometry.columns}`,
    'body-font': theme.tokens.get('--body-font') ?? 'sans-serif',
    'heading-font': theme.tokens.get('--heading-font') ?? 'serif',
    'code-font': theme.tokens.get('--code-font') ?? 'monospace',
    accent: darkened(theme),
  };
  return [
    ...Object.entries(lengths).map(([name, length]) => `--${name}: ${length}mm;`),
    ...Object.entries(others).map(([name, value]) => `--${name}: ${value};`),
  ].join(' ');
}

/** The width of text that stands by itself: the slide's where it stands above, about 80 letters else. */
function measureOf({ width, margins, mode, slide, rows, columns }: SheetGeometry): number {
  const room = width - margins.inner - margins.outer;
  if (mode === 'below' && rows > 1 && columns === 1) return slide.width;
  return Math.round(room * (width > 250 ? 0.6 : 0.76) * 100) / 100;
}

/** Pages with few slides have room for larger type; smaller paper is read from nearer. */
function typeScale({ scale, rows, columns, mode }: SheetGeometry): number {
  const larger = mode !== 'bare' && rows * columns <= 2 ? 1.08 : 1;
  return Math.round(larger * (scale < 1 ? 0.95 : 1) * 1000) / 1000;
}

function coverSize({ width, height, margins, slide }: SheetGeometry): SheetGeometry['slide'] {
  const room = width - margins.inner - margins.outer;
  const share = width > height ? 0.55 : 1;
  const tallest = height * 0.42;
  const aspect = slide.width / slide.height;
  const wide = Math.min(room * share, tallest * aspect);
  return { width: round(wide), height: round(wide / aspect) };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** An accent for dark slides is too bright on white paper. */
function darkened(theme: Theme): string {
  const accent = theme.tokens.get('--accent');
  return accent === undefined ? 'currentColor' : `oklch(from ${accent} min(l, 0.55) c h)`;
}

/** The theme's own slides with the colours of print: white ground, dark text, the accent as dark as it must be. */
function savedInk(theme: Theme): string {
  return `.handout div#\\:\\$p > svg > foreignObject > section {
  --background: #ffffff !important;
  --surface: #f3f3f1 !important;
  --text: #161615 !important;
  --muted: #565653 !important;
  --rule: #cfcec9 !important;
  --accent: ${darkened(theme)} !important;
  background: #ffffff !important;
  color: #161615 !important;
}`;
}

/** A stylesheet of the handout, in the package. */
export function handoutFile(name: 'page.css' | 'notes.css'): string {
  return packageFile(`themes/handout/${name}`);
}
