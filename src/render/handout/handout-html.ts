import { escapeHtml } from '../../escape.ts';
import type { Handout, HandoutSlide, SheetGeometry } from '../../handout/index.ts';

/**
 * The handout before it is laid out: the cover, a blank sheet as a template, and in the stock what
 * goes on the sheets, in order. Slides are empty boxes with their number; the page has them already.
 */
export function handoutHtml(handout: Handout, notes: ReadonlyMap<number, string>): string {
  const { facts, geometry } = handout;
  const shape = geometry.width > geometry.height ? 'landscape' : 'portrait';
  const columns = geometry.columns > 1 && geometry.mode !== 'bare' ? ' column-sheets' : '';
  return [
    `<main class="handout ${shape}${columns}" dir="${facts.dir}">`,
    handout.cover === 'none' ? '' : coverHtml(handout),
    `<template>${blankSheet(handout)}</template>`,
    '<div class="stock">',
    contentsHtml(handout),
    ...unitsOf(handout, notes),
    '</div></main>',
  ].join('\n');
}

/** Running lines are for the eye: who listens to the pages hears them once. */
function blankSheet({ facts, geometry }: Handout): string {
  const frames = geometry.mode === 'bare' ? 1 : geometry.columns;
  const foot = [facts.speaker, facts.event, facts.date].filter(Boolean).join(' · ');
  return `<div class="sheet">
<header aria-hidden="true"><span>${escapeHtml(facts.title)}</span><span class="running-section"></span></header>
<div class="frames">${'<div class="frame"></div>'.repeat(frames)}</div>
<footer aria-hidden="true"><span>${escapeHtml(foot)}</span><span class="page-number"></span></footer>
</div>`;
}

function unitsOf(handout: Handout, notes: ReadonlyMap<number, string>): readonly string[] {
  const slides = handout.slides.filter((slide) => slide.notes.kind !== 'cover');
  const { mode, columns } = handout.geometry;
  if (mode === 'bare') return inRows(slides, columns).map(bareUnit);
  const kind = unitKind(handout.geometry);
  return slides.map((slide) => unit(slide, kind, notes.get(slide.number)));
}

/** How slide and notes stand to each other: classes of the stylesheet. */
function unitKind({ mode, columns, rows }: SheetGeometry): string {
  if (mode === 'beside') return 'beside';
  if (columns > 1) return 'column';
  return rows > 1 ? 'hung' : 'wide';
}

function unit(slide: HandoutSlide, kind: string, notes: string | undefined): string {
  const head = slide.head === undefined ? '' : `<h2 class="head">${escapeHtml(slide.head)}</h2>`;
  const number = `<p class="number">${slide.number}</p>`;
  const side =
    notes === undefined
      ? '<div class="lines" aria-hidden="true"></div>'
      : `<div class="notes">${notes}</div>`;
  // Beside the slide, number and notes are one column.
  const rest =
    kind === 'beside'
      ? `<div class="side">${number}${side}</div>`
      : `${number}<div class="side">${side}</div>`;
  return `<article class="unit ${kind}" ${dataOf(slide)}>${head}<div class="pair">${slideBox(slide.number)}${rest}</div></article>`;
}

function bareUnit(slides: readonly HandoutSlide[]): string {
  const figures = slides.map(
    ({ number, title }) =>
      `<figure>${slideBox(number)}<figcaption class="caption"><span class="number">${number}</span>${escapeHtml(title)}</figcaption></figure>`,
  );
  const [first] = slides;
  return `<article class="unit bare" ${first ? dataOf(first) : ''}><div class="pair">${figures.join('')}</div></article>`;
}

function dataOf({ number, section }: HandoutSlide): string {
  return `data-slide="${number}" data-section="${escapeHtml(section)}"`;
}

function slideBox(number: number): string {
  return `<div class="slide" data-slide="${number}"></div>`;
}

function inRows<T>(items: readonly T[], length: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, row) =>
    items.slice(row * length, (row + 1) * length),
  );
}

/** The talk's title, who gives it and where, each once; below, room for the table of contents. */
export function coverHtml({ facts, cover }: Handout): string {
  return [
    '<div class="sheet cover"><div class="face">',
    cover === 'slide'
      ? '<div class="picture"><div class="slide" data-slide="1"></div></div>'
      : wordsHtml(facts),
    '<div class="room"></div>',
    '</div></div>',
  ].join('\n');
}

function wordsHtml(facts: Handout['facts']): string {
  const occasion = [facts.event, facts.date].filter(Boolean).join(' · ');
  return `<div class="words"><h1${facts.title.length > 90 ? ' class="long"' : ''}>${escapeHtml(facts.title)}</h1>
${line('subtitle', facts.subtitle)}
${people(facts)}
${line('occasion', occasion)}</div>`;
}

function people({ speaker, affiliation }: Handout['facts']): string {
  const name = speaker ? `<span class="speaker">${escapeHtml(speaker)}</span>` : '';
  const words = [name, affiliation ? escapeHtml(affiliation) : ''].filter(Boolean).join(', ');
  return words === '' ? '' : `<p class="people">${words}</p>`;
}

function line(name: string, text: string | undefined): string {
  return text ? `<p class="${name}">${escapeHtml(text)}</p>` : '';
}

/** Its page numbers are filled in when the pages are made. */
export function contentsHtml({ contents, words }: Handout): string {
  if (contents.length === 0) return '';
  const entries = contents.map(
    ({ title, slide }) =>
      `<li data-leads-to="${slide}"><a href="#${slide}"><span>${escapeHtml(title)}</span><span class="leads-to">0</span></a></li>`,
  );
  return `<nav class="contents"><h2>${escapeHtml(words.contents)}</h2><ol>${entries.join('')}</ol></nav>`;
}
