import { nearest } from '../diagnostics/index.ts';
import type { SlideReport } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import { slideName } from './explain-slide.ts';
import { count } from './wording.ts';

/** A list in a message ends after this many slides. */
const listed = 12;

/** The slide of that number, or with that title or a part of it. Throws `UsageError` for none and for several. */
export function pickSlide(asked: string, slides: readonly SlideReport[]): SlideReport {
  if (/^\d+$/.test(asked)) return byNumber(asked, slides);
  const wanted = plain(asked);
  const whole = slides.filter((slide) => [slideName(slide), slide.title].map(plain).includes(wanted));
  const found = whole.length > 0 ? whole : slides.filter((slide) => plain(slideName(slide)).includes(wanted));
  const [only] = found;
  if (!only) throw noSlide(asked, slides);
  if (found.length === 1) return only;
  throw new UsageError(
    `${found.length} slides could be meant by "${asked}"`,
    `write the number of one:\n${slideList(found)}`,
  );
}

function byNumber(asked: string, slides: readonly SlideReport[]): SlideReport {
  const found = slides.find(({ number }) => number === Number(asked));
  if (found) return found;
  throw new UsageError(
    `there is no slide ${asked}: the talk has ${count(slides.length, 'slide')}`,
    `the slides are\n${slideList(slides)}`,
  );
}

function noSlide(asked: string, slides: readonly SlideReport[]): UsageError {
  const titles = new Map(slides.map((slide) => [plain(slide.title), slide]));
  const near = titles.get(nearest(plain(asked), titles.keys()) ?? '');
  const meant = near?.title ? `did you mean ${near.number}, "${near.title}"? ` : '';
  return new UsageError(
    `no slide has "${asked}" in its title`,
    `${meant}the slides are\n${slideList(slides)}`,
  );
}

function slideList(slides: readonly SlideReport[]): string {
  const lines = slides
    .slice(0, listed)
    .map((slide) => `${String(slide.number).padStart(3)}  ${slideName(slide)}`);
  const more = slides.length - lines.length;
  return [...lines, ...(more > 0 ? [`     and ${more} more: lectern explain lists them`] : [])].join('\n');
}

/** Case and kinds of white space and quotes make no difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
