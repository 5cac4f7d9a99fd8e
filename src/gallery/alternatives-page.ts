import script from '../browser/gallery-page.ts?script';
import { escapeHtml } from '../escape.ts';
import { alternativesStyle, fullSize, galleryStyle, noNetwork } from './gallery-page.ts';

/** One slide of a talk in its layouts, to choose from. */
export interface AlternativesPage {
  readonly notes: string;
  readonly slide: number;
  /** Empty when the slide has none. */
  readonly title: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly now: ShownVersion;
  /** The best first. */
  readonly others: readonly ShownAlternative[];
}

export interface ShownVersion {
  readonly layout: string;
  readonly score?: number;
  readonly reason: string;
  /** Slides that it takes; not all of many are shown. */
  readonly count: number;
  /** Each slide's number and its picture as a data URI. */
  readonly slides: readonly { readonly number: number; readonly picture: string }[];
}

export interface ShownAlternative extends ShownVersion {
  /** Where the lines go, in words. */
  readonly place: string;
  readonly yaml: string;
  /** Lines of it, from 1, that are new. */
  readonly fresh: readonly [first: number, last: number];
  /** Other slides that it changes. */
  readonly changes: readonly number[];
}

/** One page that needs nothing else: the slide as it is, and in each other layout, with the hint that asks for it. */
export function alternativesPage(page: AlternativesPage): string {
  const name = page.title ? `“${escapeHtml(page.title)}”` : `Slide ${page.slide}`;
  const cards = [
    card(page, page.now, 'now'),
    ...page.others.map((other, at) => card(page, other, `other-${at + 1}`, hint(other, at + 1))),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${noNetwork}
<title>Slide ${page.slide} of ${escapeHtml(page.notes)}: other layouts</title>
<style>${galleryStyle}${alternativesStyle}</style>
</head>
<body>
<header>
<p class="where">${escapeHtml(page.notes)}, slide ${page.slide}</p>
<h1>${name} in ${cards.length} layouts</h1>
<p>As it is now, and in the layouts that suit it next, the best first. Click a slide to see it in full. The lines below
a layout, put into the hints file, choose it.</p>
</header>
<main>
<ul class="grid versions" data-count="${cards.length}">
${cards.join('\n')}
</ul>
</main>
${fullSize}
<script>${script}</script>
</body>
</html>
`;
}

function card(page: AlternativesPage, version: ShownVersion, id: string, below = ''): string {
  const { layout, score, reason, count, slides } = version;
  const now = id === 'now' ? ' <span class="badge">now</span>' : '';
  const many = count > 1 ? `<p class="quiet">${countText(count, slides.length)}</p>\n` : '';
  return `<li class="card ${id === 'now' ? 'now' : 'other'}" data-layout="${escapeHtml(layout)}">
<div class="slides">
${slides.map((slide) => picture(page, layout, slide, id)).join('\n')}
</div>
<h2>${escapeHtml(layout)}${now}${scoreText(score)}</h2>
<p class="reason">${escapeHtml(sentence(reason))}</p>
${many}${below}</li>`;
}

function countText(count: number, shown: number): string {
  return `It takes ${count} slides${shown < count ? `, of which these are the first ${shown}` : ''}.`;
}

function picture(
  { title, size }: AlternativesPage,
  layout: string,
  { number, picture: source }: ShownVersion['slides'][number],
  id: string,
): string {
  const alt = `${layout}${id === 'now' ? ', as it is now' : ''}: slide ${number}${title ? `, “${title}”` : ''}`;
  return `<button type="button" class="open"><img src="${source}" alt="${escapeHtml(alt)}" width="${size.width}" height="${size.height}" decoding="async"></button>`;
}

/** The score as a figure and as a bar; it is not there when nothing speaks for the layout. */
function scoreText(score: number | undefined): string {
  if (score === undefined) return '';
  const percent = Math.round(score * 100);
  return ` <span class="score" title="How well it suits, from 0 to 1">${score.toFixed(2)}<span class="meter" aria-hidden="true"><span style="width:${percent}%"></span></span></span>`;
}

function hint({ layout, place, yaml, fresh, changes }: ShownAlternative, number: number): string {
  const id = `hint-${number}`;
  const also = changes.length > 0 ? `<p class="quiet">${escapeHtml(changesText(changes))}</p>\n` : '';
  return `${also}<div class="hint">
<p class="place">${placeHtml(place)}</p>
<pre id="${id}" tabindex="0" role="group" aria-label="Hints for ${escapeHtml(layout)}">${marked(yaml, fresh)}</pre>
<button type="button" class="copy" aria-describedby="${id}">Copy</button>
</div>
`;
}

function changesText(changes: readonly number[]): string {
  const all = changes.join(', ');
  return `It also changes what is around it: now slide${changes.length > 1 ? 's' : ''} ${all}.`;
}

/** Line by line, so that long ones go on below their beginning; new ones stand out where others are around them. */
function marked(yaml: string, [first, last]: readonly [number, number]): string {
  const lines = yaml.trimEnd().split('\n');
  const all = first === 1 && last === lines.length;
  return lines
    .map((line, at) => {
      const isNew = !all && at + 1 >= first && at + 1 <= last;
      const indent = line.length - line.trimStart().length;
      const text = escapeHtml(line.slice(indent));
      const words = `${line.slice(0, indent)}${isNew ? `<mark>${text}</mark>` : text}`;
      return `<span class="line" style="--indent:${indent + 2}ch">${words}\n</span>`;
    })
    .join('');
}

/** Names between backticks; a range of lines stays on one line. */
function placeHtml(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/lines? \d+(?:–\d+)?:$/, '<span class="range">$&</span>');
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
