import script from '../browser/gallery-page.ts?script';
import { escapeHtml } from '../escape.ts';
import { policyElement } from '../render/index.ts';
import { fullSize, galleryStyle } from './page-parts.ts';
import type { GallerySlide, GalleryTheme } from './sample.ts';

/** One page that needs nothing else: every layout in every theme, to choose from. */
export function galleryPage(themes: readonly GalleryTheme[]): string {
  const layouts = [...new Set(themes.flatMap(({ slides }) => slides.map(({ layout }) => layout)))];
  const cards = layouts.flatMap((layout) => themes.flatMap((theme) => card(layout, theme)));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policyElement([script])}
<title>Lectern: layouts and themes</title>
<style>${galleryStyle}</style>
</head>
<body>
<header>
<h1>Layouts and themes</h1>
<p>Every layout in every theme. Click a slide to see it in full; the arrow keys lead on.</p>
<form aria-label="Filter">
${
  themes.length > 1
    ? choice(
        'theme',
        'Theme',
        themes.map(({ name }) => name),
      )
    : ''
}
${choice('layout', 'Layout', layouts)}
<p class="count" role="status"></p>
</form>
</header>
<main>
<ul class="grid">
${cards.join('\n')}
</ul>
</main>
${fullSize}
<script>${script}</script>
</body>
</html>
`;
}

function choice(name: string, label: string, values: readonly string[]): string {
  const options = values.map((value) => `<option>${escapeHtml(value)}</option>`).join('');
  return `<label>${label} <select name="${name}"><option value="">all</option>${options}</select></label>`;
}

/** The first slide that a theme has in a layout. */
function card(layout: string, { name, slides }: GalleryTheme): string[] {
  const slide = slides.find((each) => each.layout === layout);
  if (!slide) return [];
  const alt = `${layout} in ${name}: “${slide.title || slide.section}”`;
  const id = `hint-${name}-${layout}`;
  return [
    `<li class="card" data-theme="${escapeHtml(name)}" data-layout="${escapeHtml(layout)}">
<button type="button" class="open"><img src="${slide.picture}" alt="${escapeHtml(alt)}" width="1280" height="720" decoding="async"></button>
<h2>${escapeHtml(layout)} <span>${escapeHtml(name)}</span></h2>
<div class="hint">
<pre id="${escapeHtml(id)}" tabindex="0" role="group" aria-label="Hints for ${escapeHtml(layout)} in ${escapeHtml(name)}">${escapeHtml(hint(slide, name))}</pre>
<button type="button" class="copy" aria-describedby="${escapeHtml(id)}">Copy</button>
</div>
</li>`,
  ];
}

/** What to write beside the notes. Layouts that the deck makes by itself are not asked for. */
function hint({ layout, section }: Pick<GallerySlide, 'layout' | 'section'>, theme: string): string {
  const deck = `deck: { theme: ${theme} }`;
  const byItself = section === '' || layout === 'section';
  const key = /^[\w ,’'.-]+$/.test(section) ? section : JSON.stringify(section);
  return byItself ? deck : `${deck}\nsections:\n  ${key}: { layout: ${layout} }`;
}
