import { escapeHtml } from '../escape.ts';
import { cardSvg } from './card-svg.ts';
import type { Talk, TalkFile } from './talk.ts';

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
  const iso = /\b(\d{4})-(\d\d)(?:-(\d\d))?\b/.exec(talk.date ?? '')?.[0];
  const time = Date.parse(`${iso ?? talk.date ?? ''}`);
  return Number.isNaN(time) ? Date.parse(`${year}-01-01`) : time;
}

/** The same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : Number(x > y);
}
