import type { Handout } from '../../handout/index.ts';
import { escapeHtml } from '../html-text.ts';

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
