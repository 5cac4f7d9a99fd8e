import { readFile } from 'node:fs/promises';
import { columnSpan, type Handout, type SheetGrid } from '../../handout/index.ts';
import { packageFile } from '../../package-file.ts';
import type { Theme } from '../../theme/index.ts';
import { inkRules, printAccent } from './ink-rules.ts';

/** The paper's own rules; they go after those of the slides. */
export async function handoutCss(handout: Handout, theme: Theme): Promise<string> {
  const { width, height } = handout.sheet;
  return [
    await readFile(handoutFile('page.css'), 'utf8'),
    `@page { size: ${round(width)}pt ${round(height)}pt; margin: 0 }`,
    `.handout { ${await paperTokens(handout, theme)} }`,
    await inkRules(handout, theme),
  ].join('\n');
}

async function paperTokens({ sheet }: Handout, theme: Theme): Promise<string> {
  const { area, top, inner, outer } = sheet;
  const lengths: Readonly<Record<string, number>> = {
    'paper-width': sheet.width,
    'paper-height': sheet.height,
    unit: sheet.unit,
    top,
    inner,
    outer,
    'area-width': area.width,
    'area-height': area.height,
    'fringe-top': sheet.fringe,
    folio: sheet.folio,
    gutter: sheet.gutter,
    'name-column': columnSpan(sheet, 4),
  };
  const own = theme.tokens.get('--body-font') ?? 'sans-serif';
  const others: Readonly<Record<string, string>> = {
    'body-font': own,
    'reading-font': theme.tokens.get('--reading-font') ?? own,
    'heading-font': theme.tokens.get('--heading-font') ?? 'serif',
    'code-font': theme.tokens.get('--code-font') ?? 'monospace',
    'strong-weight': theme.tokens.get('--strong-weight') ?? '700',
    'heading-weight': theme.tokens.get('--heading-weight') ?? '700',
    'body-weight': theme.tokens.get('--body-weight') ?? '400',
    accent: await printAccent(theme),
  };
  return [
    ...Object.entries(lengths).map(([name, length]) => `--${name}: ${round(length)}pt;`),
    ...Object.entries(others).map(([name, value]) => `--${name}: ${value};`),
  ].join(' ');
}

/** What the notes decided: how large slides are and where notes stand. Set on the page once it is known. */
export function gridCss({ slide, strip, mode }: SheetGrid, { area }: Handout['sheet']): string {
  const aspect = slide.width / slide.height;
  // A cover slide is as wide as the type area, unless that leaves no room for what is below it.
  const cover = Math.min(area.width, area.height * 0.62 * aspect);
  const notesTop =
    mode === 'below' ? `calc(${round(strip + slide.height)}pt + 2 * var(--unit))` : `${round(strip)}pt`;
  const tokens = [
    `--slide-width: ${round(slide.width)}pt`,
    `--slide-height: ${round(slide.height)}pt`,
    `--cover-width: ${round(cover)}pt`,
    `--cover-height: ${round(cover / aspect)}pt`,
    `--strip: ${round(strip)}pt`,
    `--notes-top: ${notesTop}`,
    `--notes-start: ${mode === 'below' ? '0pt' : `calc(${round(slide.width)}pt + var(--gutter))`}`,
  ];
  return `.handout { ${tokens.join('; ')} }`;
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}

/** A stylesheet of the handout, in the package. */
export function handoutFile(name: 'page.css' | 'notes.css'): string {
  return packageFile(`themes/handout/${name}`);
}
