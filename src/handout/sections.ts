import type { Slide } from '../plan/index.ts';

/** Slides of one section, one after the other. */
export interface SectionRun {
  /** Empty for what stands in no section. */
  readonly title: string;
  /** Index of its first slide. */
  readonly first: number;
  readonly length: number;
}

/**
 * The deck's sections at the outermost level that has more than one. Notes that hold everything
 * under a single heading are divided by the headings below it.
 */
export function sectionRuns(slides: readonly Slide[]): readonly SectionRun[] {
  const depth = Math.max(0, ...slides.map(({ section }) => section.length));
  for (let level = 0; level < depth; level++) {
    const runs = runsAt(slides, level);
    if (runs.filter(({ title }) => title !== '').length > 1) return runs;
  }
  return runsAt(slides, 0);
}

function runsAt(slides: readonly Slide[], level: number): readonly SectionRun[] {
  const runs: { title: string; key: string; first: number; length: number }[] = [];
  slides.forEach(({ section }, index) => {
    const title = section[level] ?? (section.length > 0 ? (section.at(-1) ?? '') : '');
    const key = section.slice(0, level + 1).join('\n');
    const last = runs.at(-1);
    if (last && last.key === key) last.length += 1;
    else runs.push({ title: title.trim(), key, first: index, length: 1 });
  });
  return runs.map(({ title, first, length }) => ({ title, first, length }));
}
