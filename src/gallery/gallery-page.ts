import script from '../browser/gallery-page.ts?script';
import { escapeHtml } from '../escape.ts';
import { policyElement } from '../render/index.ts';
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

// What pages of slides have in common.

/** The page asks for nothing that is not in it. */
export const noNetwork = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`;

/** Where a slide is seen in full. */
export const fullSize = `<dialog aria-label="Slide in full size">
<img src="" alt="">
<div class="bar">
<button type="button" class="previous">Previous</button>
<button type="button" class="next">Next</button>
<p class="caption"></p>
<button type="button" class="close">Close</button>
</div>
</dialog>`;

/** The gallery's own look: it stands back behind the slides. */
export const galleryStyle = `
:root { color-scheme: light dark; --back: light-dark(#f4f4f2, #17181b); --card: light-dark(#fff, #202226); --ink: light-dark(#1c1c1a, #f0f0ee); --quiet: light-dark(#55554f, #b4b4ae); --line: light-dark(#cfcfc8, #44474d); --focus: light-dark(#1d4ed8, #93b4ff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header { padding: 32px 32px 16px; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; }
header p { margin: 6px 0 0; color: var(--quiet); }
form { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; margin-top: 20px; }
form .count { margin: 0; }
label { font-weight: 600; }
select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 6px 12px; min-height: 36px; }
select { margin-inline-start: 6px; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr)); gap: 32px 28px; margin: 0; padding: 16px 32px 64px; list-style: none; }
.grid { align-items: start; }
.card { min-width: 0; }
.hint { position: relative; }
.card[hidden] { display: none; }
.card .open { display: block; width: 100%; padding: 0; overflow: hidden; border-radius: 4px; }
.card img { display: block; width: 100%; height: auto; }
.card h2 { margin: 10px 0 6px; font-size: 17px; line-height: 1.3; }
.card h2 span { color: var(--quiet); font-weight: 400; }
.card pre { margin: 0; padding: 10px 76px 10px 12px; min-height: 36px; overflow-x: auto; background: var(--card); border-radius: 6px; font: 13px/1.45 ui-monospace, monospace; }
.card .copy { position: absolute; inset: 6px 6px auto auto; padding: 2px 10px; font-size: 13px; min-height: 28px; }
dialog { width: min(1312px, 96vw); max-height: 96vh; padding: 16px; border: 0; border-radius: 8px; background: var(--card); color: var(--ink); }
dialog::backdrop { background: rgb(0 0 0 / 75%); }
dialog img { display: block; width: 100%; height: auto; max-height: calc(96vh - 90px); object-fit: contain; }
.bar { display: flex; gap: 8px; align-items: center; margin-top: 12px; }
.caption { flex: 1; margin: 0; text-align: center; }
@media (max-width: 600px) { header, .grid { padding-inline: 16px; } }
`;

/** Beside the gallery's own look: few cards, so they are large. */
export const alternativesStyle = `
header { max-width: 1500px; margin-inline: auto; }
header .where { margin: 0 0 4px; font-size: 15px; }
header p { max-width: 70ch; }
.versions { grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); max-width: 1500px; margin-inline: auto; }
@media (min-width: 1000px) { .versions[data-count="4"] { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
.slides { display: grid; gap: 10px; }
.versions .open { border-color: var(--line); }
.versions .open:hover { border-color: var(--focus); }
.versions h2 { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin: 12px 0 2px; font-size: 19px; }
.versions h2 .badge { padding: 1px 10px; border-radius: 99px; background: var(--ink); color: var(--back); font-size: 13px; font-weight: 600; }
.versions h2 .score { display: inline-flex; gap: 8px; align-items: center; margin-inline-start: auto; font-size: 14px; font-variant-numeric: tabular-nums; }
.meter { display: inline-block; width: 72px; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
.meter span { display: block; height: 100%; background: var(--ink); }
.reason, .quiet { margin: 0 0 6px; }
.quiet { color: var(--quiet); }
.versions .hint { display: grid; grid-template-columns: 1fr auto; gap: 8px; align-items: end; margin-top: 12px; }
.versions .place { margin: 0; font-size: 15px; line-height: 1.35; }
.range { white-space: nowrap; }
.versions .copy { position: static; grid-area: 1 / 2; }
code { font: 14px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.versions pre { grid-column: 1 / -1; padding: 10px 12px; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.line { display: block; padding-inline-start: var(--indent); text-indent: calc(-1 * var(--indent)); }
.versions pre mark { background: light-dark(#fff0a8, #5a4a00); color: inherit; border-radius: 2px; }
`;
