import { escapeHtml } from '../../escape.ts';
import type { Handout, HandoutSlide } from '../../handout/index.ts';
import { fringeSvg } from './fringe-svg.ts';
import { contentsHtml, coverHtml, linksHtml, wordsHtml } from './front-and-back-html.ts';

/**
 * The handout before it is laid out: the cover, a blank sheet as a template, and in the stock what
 * goes on the sheets, in order. Slides are empty boxes with their number; the page has them already.
 */
export function handoutHtml(handout: Handout, notes: ReadonlyMap<number, string>): string {
  const { facts, sheet } = handout;
  const shape = sheet.width > sheet.height ? 'landscape' : 'portrait';
  const classes = [shape, sheet.isSmall ? 'small' : '', sheet.duplex ? 'duplex' : '', `ink-${handout.ink}`];
  return [
    `<main class="handout ${classes.filter(Boolean).join(' ')}" dir="${facts.dir}">`,
    coverHtml(handout),
    `<template>${blankSheet(handout)}</template>`,
    '<div class="stock">',
    contentsHtml(handout),
    ...handout.slides.map((slide) => unitHtml(slide, handout, notes.get(slide.number))),
    linksHtml(handout),
    '</div></main>',
  ].join('\n');
}

/** Fringe and folio are for the eye: who listens to the pages hears what they stand for once. */
function blankSheet(handout: Handout): string {
  const { facts } = handout;
  const names = [facts.title, facts.speaker].filter((name) => name !== undefined && name !== '');
  const talk = names
    .map((name) => `<span>${wordsHtml(name ?? '')}</span>`)
    .join('<span class="dot">·</span>');
  return `<div class="sheet">
${fringeSvg(handout, 'strip')}
<div class="type-area"></div>
<footer aria-hidden="true"><span class="talk">${talk}</span><span class="folio"><b class="page-number"></b> / <span class="page-count"></span></span></footer>
</div>`;
}

/** A strip, the slide that hangs from it, and its notes. */
function unitHtml(slide: HandoutSlide, { grids, kind }: Handout, notes: string | undefined): string {
  const mode = grids[0]?.mode === 'bare' ? ' bare' : '';
  const head = slide.startsSection ? `<h2 class="head"><span>${wordsHtml(slide.section)}</span></h2>` : '';
  const text =
    notes === undefined ? '' : `<div class="notes${kind === 'full' ? ' full' : ''}">${notes}</div>`;
  return `<article class="unit${mode}" ${dataOf(slide)}>
<div class="strip${slide.startsSection ? ' starts' : ''}"><p class="number">${numberText(slide)}</p>${head}</div>
<div class="slide" data-slide="${slide.number}"></div>
${text}</article>`;
}

/** "8–9" where the strip stands for a divider before it too. */
function numberText({ number, folded }: HandoutSlide): string {
  return folded.length === 0 ? `${number}` : `${folded[0]}–${number}`;
}

function dataOf({ number, section, folded, isPause }: HandoutSlide): string {
  return [
    `data-slide="${number}" data-section="${escapeHtml(section)}"`,
    folded.length > 0 ? `data-stands-for="${folded.join(' ')}"` : '',
    isPause ? 'data-pause' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
