import { escapeHtml } from '../escape.ts';
import type { Talk, TalkFile, TalkPicture } from './talk.ts';

/** One talk in the list. Its title leads to the slides, and so does all that is no link of its own. */
export function talkHtml(talk: Talk, addressOf: (webp: string) => string): string {
  const { title, subtitle, lang, dir, speaker, affiliation, event, date, tags } = talk;
  const files = linked(talk.files);
  const [main, ...others] = files;
  const spoken = `lang="${escapeHtml(lang)}" dir="${dir}"`;
  const heading = main ? `<a href="${address(main)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  return `<li class="talk" ${data(talk)}>
<div class="picture">${picture(talk, addressOf)}</div>
<div class="about" ${spoken}>
<h2>${heading}</h2>
${line('subtitle', subtitle)}
${line('by', [speaker, affiliation].filter(Boolean).join(', '))}
${line('when', [event, date].filter(Boolean).join(' · '))}
</div>
<div class="foot" dir="${dir}">
<p class="files">${[slides(talk), ...others.map((file) => link(file, title))].join(' ')}</p>
${tags.length > 0 ? `<p class="tags">${tags.slice(0, tagsAtMost).map(tag).join(' ')}</p>` : ''}
</div>
</li>`;
}

const tagsAtMost = 4;

/** What a reader opens, the best first. Notes are the speaker's, Marp Markdown a program's. */
const labels: ReadonlyMap<string, string> = new Map([
  ['html', 'Slides'],
  ['pdf', 'PDF'],
  ['handout', 'Handout'],
  ['pptx', 'PowerPoint'],
  ['png', 'Picture'],
]);

function linked(files: readonly TalkFile[]): readonly TalkFile[] {
  return [...labels.keys()].flatMap((format) => files.find((file) => file.format === format) ?? []);
}

function link(file: TalkFile, title: string): string {
  const label = labels.get(file.format) ?? file.format;
  return `<a href="${address(file)}" aria-label="${escapeHtml(`${label} of ${title}`)}">${label}</a>`;
}

function address({ path }: TalkFile): string {
  return escapeHtml(path.split('/').map(encodeURIComponent).join('/'));
}

function slides({ slides: number }: Talk): string {
  return `<span>${number === 1 ? '1 slide' : `${number} slides`}</span>`;
}

function line(name: string, text: string | undefined): string {
  return text ? `<p class="${name}">${escapeHtml(text)}</p>` : '';
}

function tag(name: string): string {
  return `<button type="button" value="${escapeHtml(name)}">${escapeHtml(name)}</button>`;
}

function picture(talk: Talk, addressOf: (webp: string) => string): string {
  if (talk.picture.kind === 'card') return cardSvg(talk, talk.picture);
  const { webp, width, height } = talk.picture;
  return `<img src="${addressOf(webp)}" alt="" width="${width}" height="${height}" loading="lazy" decoding="async">`;
}

/** What the script filters by; `words` is what it searches in. */
function data(talk: Talk): string {
  const { title, subtitle, speaker, affiliation, event, date, tags, folder, sections } = talk;
  const words = [title, subtitle, speaker, affiliation, event, date, ...tags, folder, ...sections];
  const attributes = {
    words: words.filter(Boolean).join(' '),
    speaker,
    event,
    year: yearOf(talk),
    tag: tags.join('\n'),
    folder,
  };
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value ? [`data-${name}="${escapeHtml(value)}"`] : []))
    .join(' ');
}

/** Dates are written as people write them; a year is all that every one of them has. */
export function yearOf({ date = '', event = '' }: Talk): string | undefined {
  return (/\b(?:19|20)\d\d\b/.exec(date) ?? /\b(?:19|20)\d\d\b/.exec(event))?.[0];
}

/** The newest first, then by title; those without a date come last. */
export function inOrder(talks: readonly Talk[]): readonly Talk[] {
  const keyed = talks.map((talk) => ({ talk, time: timeOf(talk) }));
  return keyed.sort((a, b) => b.time - a.time || compare(a.talk.title, b.talk.title)).map(({ talk }) => talk);
}

/** Milliseconds, on the first day of its year where no more can be read. */
function timeOf(talk: Talk): number {
  const year = yearOf(talk);
  if (year === undefined) return Number.NEGATIVE_INFINITY;
  const date = talk.writtenDate ?? talk.date ?? '';
  const iso = /\b(\d{4})-(\d\d)(?:-(\d\d))?\b/.exec(date)?.[0];
  const time = Date.parse(iso ?? date);
  return Number.isNaN(time) ? Date.parse(`${year}-01-01`) : time;
}

/** The same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : Number(x > y);
}

type Card = Extract<TalkPicture, { readonly kind: 'card' }>;

/**
 * Stands for the first slide where no browser took a picture of it: title and speaker in the
 * theme's colours. It claims no more; the slide itself may look different.
 */
function cardSvg({ title, speaker, dir }: Talk, { colours, width, height }: Card): string {
  const margin = 96;
  const lines = cutTitle(title, Math.floor((width - 2 * margin) / (size * 0.5)));
  const x = dir === 'rtl' ? width - margin : margin;
  const top = height * 0.42 - ((lines.length - 1) * size * 1.16) / 2;
  const rows = lines.map(
    (line, at) => `<tspan x="${x}" y="${Math.round(top + at * size * 1.16)}">${escapeHtml(line)}</tspan>`,
  );
  const below = Math.round(top + (lines.length - 1) * size * 1.16 + 84);
  const by = speaker
    ? `<text x="${x}" y="${below}" fill="${colour(colours.muted)}" class="name">${escapeHtml(speaker)}</text>`
    : '';
  const bar = dir === 'rtl' ? x - 96 : x;
  return `<svg viewBox="0 0 ${width} ${height}" direction="${dir}" aria-hidden="true" focusable="false"><rect width="${width}" height="${height}" fill="${colour(colours.background)}"/><rect x="${bar}" y="${Math.round(top - size - 40)}" width="96" height="8" fill="${colour(colours.accent)}"/><text fill="${colour(colours.text)}" font-size="${size}" class="title">${rows.join('')}</text>${by}</svg>`;
}

/** px on the card's own scale, that of slides. */
const size = 76;
const linesAtMost = 3;

/** Lines of about so many letters; wide ones count twice. */
function cutTitle(title: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/).flatMap((part) => piecesOf(part, letters))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (lengthOf(longer) <= letters) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  const all = [...lines, line].filter((each) => each !== '');
  if (all.length <= linesAtMost) return all;
  return [...all.slice(0, linesAtMost - 1), `${all[linesAtMost - 1]} …`];
}

/** A word that no line can hold, such as a title in Chinese, is cut where a line ends. */
function piecesOf(word: string, letters: number): readonly string[] {
  if (lengthOf(word) <= letters) return [word];
  const pieces: string[] = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (lengthOf(last + letter) > letters) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}

function lengthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (/[\u2e80-\u9fff\uac00-\ud7ff\uff00-\uffef]/u.test(letter) ? 2 : 1),
    0,
  );
}

/** A theme is anyone's: what is no plain colour could name a file. */
function colour(value: string): string {
  return /^[\w#%(),.\s/+-]+$/.test(value) && !/url/i.test(value) ? value : 'gray';
}
