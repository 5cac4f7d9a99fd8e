import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import script from '../browser/library-page.ts?script';
import { escapeHtml } from '../escape.ts';
import { fontFolder } from '../package-file.ts';
import { pageStyle } from './page-style.ts';
import type { Talk } from './talk.ts';
import { inOrder, talkHtml, yearOf } from './talk-html.ts';

interface PageInput {
  readonly title: string;
  /** Where the page finds a screenshot, given as base64. */
  readonly addressOf: (webp: string) => string;
}

/** Everything is there without the script, which only searches and filters. */
function pageHtml(talks: readonly Talk[], { title, addressOf }: PageInput): string {
  const style = `${pageFonts()}${pageStyle}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="masthead">
<h1>${escapeHtml(title)}</h1>
${talks.length > 0 ? `<p class="facts">${facts(talks)}</p>` : ''}
</header>
${talks.length > 1 ? search(talks) : ''}
<main>
${
  talks.length > 0
    ? `<ul class="talks">\n${talks.map((talk) => talkHtml(talk, addressOf)).join('\n')}\n</ul>
<div class="none" hidden><p>No talk is like that.</p><button type="button">Show all talks</button></div>`
    : '<p class="empty">No talks yet. Put notes into the folder and build again.</p>'
}
</main>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing but what stands in this very page: no other script, no address. */
function policy(style: string, script: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    "img-src 'self' file: data:",
    'font-src data:',
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** "18 talks · 12 speakers · 2019–2024" */
function facts(talks: readonly Talk[]): string {
  const speakers = distinct(talks.flatMap(({ speaker }) => speaker ?? [])).length;
  const years = distinct(talks.flatMap((talk) => yearOf(talk) ?? []));
  const [first, last] = [years[0], years.at(-1)];
  return [
    talks.length === 1 ? '1 talk' : `${talks.length} talks`,
    ...(speakers > 1 ? [`${speakers} speakers`] : []),
    ...(first === undefined ? [] : [first === last ? first : `${first}–${last}`]),
  ].join(' · ');
}

function search(talks: readonly Talk[]): string {
  const choices = [
    choice(
      'speaker',
      'Speaker',
      talks.flatMap(({ speaker }) => speaker ?? []),
    ),
    choice(
      'event',
      'Event',
      talks.flatMap(({ event }) => event ?? []),
    ),
    choice(
      'year',
      'Year',
      talks.flatMap((talk) => yearOf(talk) ?? []),
    ),
    choice(
      'tag',
      'Tag',
      talks.flatMap(({ tags }) => tags),
    ),
    choice(
      'folder',
      'Folder',
      talks.flatMap(({ folder }) => folder || []),
    ),
  ];
  return `<form class="search" role="search" aria-label="Talks">
<label class="words"><span>Search</span> <input type="search" name="words" placeholder="Title, speaker, subject" autocomplete="off" aria-keyshortcuts="/"></label>
${choices.filter(Boolean).join('\n')}
<p class="count" role="status"></p>
</form>`;
}

/** A list to choose from; empty where all talks have the same value. */
function choice(name: string, label: string, values: readonly string[]): string {
  const all = distinct(values);
  if (all.length < 2) return '';
  const options = all.map((value) => `<option>${escapeHtml(value)}</option>`).join('');
  return `<label><span>${label}</span> <select name="${name}"><option value="">All</option>${options}</select></label>`;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

/** The page of a library, and the files that stand beside it. */
export interface LibraryPage {
  readonly html: string;
  readonly pictures: readonly PictureFile[];
}

interface PictureFile {
  /** Relative to the page, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface PageOptions {
  readonly title: string;
  /** Bytes of pictures that the page may hold itself. */
  readonly inlineBytes: number;
}

/** About 150 screenshots: what comes after them is fetched from beside the page when it is scrolled to. */
export const inlinePictureBytes = 1_500_000;

/** The newest talk first. Needs nothing from the network. */
export function pageParts(talks: readonly Talk[], { title, inlineBytes }: PageOptions): LibraryPage {
  const pictures: PictureFile[] = [];
  let room = inlineBytes;
  const addressOf = (webp: string): string => {
    room -= webp.length;
    if (room >= 0) return `data:image/webp;base64,${webp}`;
    const bytes = Buffer.from(webp, 'base64');
    const path = `first-slides/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.webp`;
    pictures.push({ path, bytes });
    return path;
  };
  const html = pageHtml(inOrder(talks), { title, addressOf });
  return { html, pictures };
}

/** Those of the default theme, for Latin letters; the reader's own serve other scripts. */
const faces = [
  ['Source Serif 4', 'source-serif-4', 400],
  ['Source Serif 4', 'source-serif-4', 600],
  ['Source Sans 3', 'source-sans-3', 400],
  ['Source Sans 3', 'source-sans-3', 600],
] as const;

/** `@font-face` rules with the files inside. */
function pageFonts(): string {
  return faces
    .map(([family, name, weight]) => {
      const file = readFileSync(join(fontFolder(name), `${name}-latin-${weight}-normal.woff2`));
      return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${file.toString('base64')}) format("woff2")}\n`;
    })
    .join('');
}
