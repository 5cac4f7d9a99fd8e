// What stands before the slides and after them: cover, contents, the addresses of all links.
import { escapeHtml } from '../../escape.ts';
import type { Contents, ContentsEntry, Handout } from '../../handout/index.ts';
import { leadingOf } from '../../layouts/index.ts';
import { drawEmoji } from '../marp/index.ts';
import { fringeSvg } from './fringe-svg.ts';

/** The talk's title, who gives it and where, each once; the table of contents comes below where there is room. */
export function coverHtml(handout: Handout): string {
  const { cover } = handout;
  if (cover.kind === 'none') return '';
  if (cover.kind === 'slide')
    return '<div class="sheet cover"><div class="face"><div class="picture"><div class="slide" data-slide="1"></div></div></div></div>';
  const { title, subtitle, people, occasion } = cover.words;
  const stands = cover.folds ? ' data-stands-for="1"' : '';
  const [first, ...others] = people;
  const who = first === undefined ? '' : `<p class="speaker">${wordsHtml(first)}</p>${lines(others)}`;
  return `<div class="sheet cover"><div class="face"${stands}>
${fringeSvg(handout, 'cover')}
<h1${titleClasses(title)}>${wordsHtml(title)}</h1>
${subtitle.map((line) => `<p class="subtitle">${wordsHtml(line)}</p>`).join('')}
${who === '' && occasion.length === 0 ? '' : `<div class="who"><div>${who}</div><div>${lines(occasion)}</div></div>`}
</div></div>`;
}

/** Words of the talk between tags, with emoji as the slides have them. */
export function wordsHtml(text: string): string {
  return drawEmoji(escapeHtml(text));
}

function titleClasses(title: string): string {
  const classes = [...(stem.test(title) ? ['stem'] : []), ...leadingClass(title)];
  return classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
}

/** The stylesheet's lines are for letters without marks above capitals; others have a class, as titles of slides have. */
function leadingClass(text: string): readonly string[] {
  const leading = leadingOf([{ type: 'text', value: text }]);
  return leading > 0 ? [`leading-${Math.round(100 * leading)}`] : [];
}

/** Letters with a stem at their left. */
const stem = /^[BDEFHIKLMNPRUbhklmnr]/u;

function lines(texts: readonly string[]): string {
  return texts.map((text) => `<p>${wordsHtml(text)}</p>`).join('');
}

/** Page numbers are filled in when the pages are made. */
export function contentsHtml({ contents }: Handout): string {
  if (!contents) return '';
  const stands = contents.agenda === undefined ? '' : ` data-stands-for="${contents.agenda}"`;
  return `<nav class="contents"${stands}${contents.hasOwnTitle ? ' data-own-title' : ''} aria-label="${escapeHtml(contents.title)}"><h2>${escapeHtml(contents.title)}</h2><ol>${contents.entries
    .map((entry) => entryHtml(entry))
    .join('')}</ol></nav>`;
}

function entryHtml({ title, isMain, slide, slides }: ContentsEntry): string {
  const own = slides.map((one) => slideHtml(one)).join('');
  const classes = [isMain ? 'main' : 'other', ...leadingClass(title)].join(' ');
  return `<li class="${classes}" data-leads-to="${slide}"><a class="name" href="#${slide}"><span>${wordsHtml(title)}</span><span class="leads-to">0</span></a><ol>${own}</ol></li>`;
}

function slideHtml({ number, title }: Contents['entries'][number]['slides'][number]): string {
  return `<li data-leads-to="${number}"><a href="#${number}"><b>${number}</b><span>${wordsHtml(title)}</span><span class="leader"></span><span class="leads-to">0</span></a></li>`;
}

/** For the last page, where it has room. */
export function linksHtml({ links, words }: Handout): string {
  if (links.length === 0) return '';
  const rows = links.map(({ number, address, url, slides }) => {
    const where = (slides.length > 1 ? words.onSlides : words.onSlide).replace('#', slides.join(', '));
    return `<li><b>${number}</b><a href="${escapeHtml(url)}">${escapeHtml(address)}</a><span>${wordsHtml(where)}</span></li>`;
  });
  return `<section class="links"><div class="strip starts"><h2 class="list-head">${escapeHtml(words.links)}</h2></div><ol>${rows.join('')}</ol></section>`;
}
