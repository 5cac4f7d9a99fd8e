// The other layouts of a slide, each compiled with the hint that asks for it: what is shown is what the hint gives.
import { editHints, type HintsEdit } from '../hints/index.ts';
import { findHints, readSource } from '../input/index.ts';
import { type LayoutName, layoutNames, layouts } from '../layouts/index.ts';
import type { Plan, Slide } from '../plan/index.ts';
import { type CompiledFile, type CompileFileOptions, compileFile } from './compile-file.ts';
import { placeOfSlide, type SlidePlace, slidesShowing } from './slide-place.ts';

/** A slide as it is, and as it would be in other layouts. */
export interface Alternatives {
  /** Number of the slide, from 1. */
  readonly slide: number;
  readonly now: Version;
  /** Those that suit well first, by score; empty when there is no other. */
  readonly others: readonly Alternative[];
  /** Why there is no other, in words. */
  readonly none?: string;
}

/** The same content in one layout. */
export interface Version {
  readonly file: CompiledFile;
  readonly layout: LayoutName;
  /** Of the content, from 0 to 1; not there when nothing in it speaks for this layout. */
  readonly score?: number;
  readonly reason: string;
  /** The slides it stands on, from 1. */
  readonly slides: readonly number[];
}

export interface Alternative extends Version {
  /** `at-all`: nothing in the content asks for it, but it holds it. */
  readonly suits: 'well' | 'at-all';
  readonly hint: HintsEdit;
  /** Path of the hints file that it belongs in, as it would be given. */
  readonly hintsPath: string;
  /** Other slides that it changes, by their numbers now. */
  readonly changes: readonly number[];
}

/** Below this score a layout only takes the content, as it takes any. */
const goodEnough = 0.3;

/** Layouts for any list, whatever it says: they can be asked for where little else suits well. */
const neutral: readonly string[] = ['two-columns', 'cards', 'bullets'];

/** More are not looked at; with as many that suit well as `enough`, the others are not either. */
const most = 4;
const enough = 2;

/** The other layouts of a slide of notes that compiled without an error: those that suit well before the others. */
export async function findAlternatives(
  file: CompiledFile,
  slide: number,
  options: CompileFileOptions = {},
): Promise<Alternatives> {
  const { value } = file;
  const shown = value?.plan.slides[slide - 1];
  if (!value || !shown) throw new RangeError(`no slide ${slide}`);
  const place = placeOfSlide(shown, value);
  const alone: Version = { file, layout: shown.layout, reason: shown.reason, slides: [slide] };
  if (!place) return { slide, now: alone, others: [], none: fixedReason(shown) };
  const trial: Trial = { file, shown, place, options, plan: value.plan };
  const candidates = await candidatesFor(trial);
  const others: Alternative[] = [];
  for (const candidate of candidates) {
    if (others.length >= most || (candidate.suits === 'at-all' && suitWell(others) >= enough)) break;
    others.push(...(await tryLayout(trial, candidate)));
  }
  const score = scoreOf(shown.layout, others);
  const now: Version = {
    ...alone,
    slides: slidesShowing(place.content, value.plan),
    ...(score !== undefined && { score }),
  };
  return { slide, now, others, ...(others.length === 0 && { none: onlyReason(shown, candidates) }) };
}

function suitWell(others: readonly Alternative[]): number {
  return others.filter(({ suits }) => suits === 'well').length;
}

interface Trial {
  readonly file: CompiledFile;
  readonly shown: Slide;
  readonly plan: Plan;
  readonly place: SlidePlace;
  readonly options: CompileFileOptions;
}

type OfferedLayout = Pick<Alternative, 'layout' | 'score' | 'reason' | 'suits'>;

/** What suits well, the best first; then what takes any content. */
async function candidatesFor(trial: Trial): Promise<readonly OfferedLayout[]> {
  const suited = await suitedLayouts(trial);
  const known = new Set([trial.shown.layout, ...suited.map(({ layout }) => layout)]);
  const isList = trial.shown.layout === 'bullets' || isWellIn(suited, 'bullets');
  const free = layoutNames.filter((name) => isList && neutral.includes(name) && !known.has(name));
  return [
    ...suited.filter(({ suits }) => suits === 'well'),
    ...free.map((layout): OfferedLayout => ({ layout, reason: neutralReason(layout), suits: 'at-all' })),
    ...suited.filter(({ suits }) => suits === 'at-all'),
  ];
}

function isWellIn(candidates: readonly OfferedLayout[], layout: LayoutName): boolean {
  return candidates.some((candidate) => candidate.layout === layout && candidate.suits === 'well');
}

function neutralReason(layout: LayoutName): string {
  return `nothing in the content asks for it; it is for ${layouts[layout].purpose}`;
}

/** Where a slide's content is a part of more, it is computed for the part alone. */
async function suitedLayouts(trial: Trial): Promise<readonly OfferedLayout[]> {
  const { shown, place } = trial;
  const same: OfferedLayout = { layout: shown.layout, reason: shown.reason, suits: 'well' };
  const [part] = place.take ? await tryLayout(trial, same) : [];
  const alone = part?.file.value?.plan.slides[(part.slides[0] ?? 0) - 1];
  return (alone ?? shown).alternatives
    .filter(({ layout }) => layout !== shown.layout)
    .map((it) => ({ ...it, suits: it.score >= goodEnough ? 'well' : 'at-all' }));
}

/** Empty when no hint can ask for it, or when the hint is refused or leads to new diagnostics. */
async function tryLayout(
  { file, plan, place, options }: Trial,
  candidate: OfferedLayout,
): Promise<readonly [] | readonly [Alternative]> {
  const { value, path } = file;
  const cwd = options.cwd ?? process.cwd();
  const written = options.hints ?? findHints(path, cwd);
  const source = written === undefined ? undefined : readSource(written, cwd).value;
  const hint = value && editHints(value, source, { ...place, layout: candidate.layout });
  if (!hint) return [];
  const hintsPath = written ?? hintsPathOf(path);
  const changed = await compileFile(path, { ...options, hints: hintsPath, hintsText: hint.result });
  const slides = changed.value ? slidesShowing(place.content, changed.value.plan) : [];
  const all = slides.map((number) => changed.value?.plan.slides[number - 1]);
  if (changed.value === undefined || !all.some((it) => it?.layout === candidate.layout)) return [];
  if (complaints(changed) > complaints(file)) return [];
  if (candidate.suits === 'at-all' && slides.length > slidesShowing(place.content, plan).length) return [];
  const changes = changedSlides(plan, changed.value.plan, slidesShowing(place.content, plan));
  return [{ ...candidate, file: changed, slides, hint, hintsPath, changes }];
}

/** Where a hints file of these notes is looked for. */
function hintsPathOf(notes: string): string {
  return `${notes.replace(/\.[^./\\]+$/, '')}.hints.yaml`;
}

function complaints({ diagnostics }: CompiledFile): number {
  return diagnostics.length;
}

/** Slides of the plan now that are not in the other one as they are. */
function changedSlides(now: Plan, then: Plan, own: readonly number[]): readonly number[] {
  const kept = new Set(then.slides.map(look));
  return now.slides.flatMap((slide, at) => (own.includes(at + 1) || kept.has(look(slide)) ? [] : [at + 1]));
}

/** All that can be seen of a slide but the number of its part. */
function look({ layout, bodySize, title, body, spans }: Slide): string {
  return JSON.stringify([layout, bodySize, title?.text, spans, body?.class, body?.kind]);
}

function scoreOf(layout: LayoutName, others: readonly Alternative[]): number | undefined {
  const [first] = others;
  const slide = first?.file.value?.plan.slides[(first.slides[0] ?? 0) - 1];
  return slide?.alternatives.find((it) => it.layout === layout)?.score;
}

function fixedReason({ layout, spans }: Slide): string {
  if (layout === 'title') return 'the first slide is always the title';
  if (layout === 'agenda')
    return 'it shows what the notes say is to come; `deck: { agenda: false }` leaves it out';
  return spans.length > 0 ? 'it holds a heading with nothing below it' : 'it holds nothing of the notes';
}

function onlyReason({ layout }: Slide, candidates: readonly OfferedLayout[]): string {
  const refused = candidates.map((candidate) => `\`${candidate.layout}\``).join(' and ');
  return refused === ''
    ? `only \`${layout}\` can hold what stands on it`
    : `${refused} would match, but cannot be asked for: it cannot hold all that stands there, or the words that name it are not unique`;
}
