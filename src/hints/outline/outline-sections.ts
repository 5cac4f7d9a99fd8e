import { kindOfHeading, type PresenterNote, type Section } from '../../notes/index.ts';
import type { Unit } from '../match/units.ts';
import { blocksOf } from './blocks-of.ts';
import { headingIn } from './heading-in.ts';
import type { Part } from './locate-outline.ts';
import { nestAnswers } from './nest-answers.ts';

/** Depth of the outline's outermost sections: the title of the talk is 1. */
const outermost = 2;

/**
 * The flat part's units as sections. What no part covers stays without a title, `from` the first
 * unit that is not the agenda's. Every unit is in exactly one section, in order, as its heading or below it.
 */
export function outlineSections(
  parts: readonly Part[],
  units: readonly Unit[],
  flat: Section,
  from: number,
): readonly Section[] {
  const cut: Cut = { units, flat };
  const sections = level(parts, from, units.length, [], cut);
  return withPresenterNotes(sections, flat.presenterNotes);
}

interface Cut {
  readonly units: readonly Unit[];
  readonly flat: Section;
}

function level(
  parts: readonly Part[],
  from: number,
  to: number,
  path: readonly string[],
  cut: Cut,
): readonly Section[] {
  const sections: Section[] = [];
  let at = from;
  for (const part of parts) {
    if (part.start > at) sections.push(untitled(at, part.start, path, cut));
    sections.push(titled(part, path, cut));
    at = part.end;
  }
  if (to > at) sections.push(untitled(at, to, path, cut));
  return sections;
}

function titled(part: Part, above: readonly string[], cut: Cut): Section {
  const { title, start, end, entry } = part;
  const path = [...above, title];
  const kind = entry.kind ?? kindOfHeading(title);
  const own = part.parts[0]?.start ?? end;
  const heading = own === start ? undefined : headingIn(cut.units[start], title);
  const blocks = blocksOf(cut.units.slice(heading ? start + 1 : start, own));
  return {
    path,
    title: heading ?? [{ type: 'text', value: title }],
    titleText: title,
    depth: Math.min(6, outermost + above.length),
    kind,
    blocks: kind === 'qa' ? nestAnswers(blocks) : blocks,
    presenterNotes: [],
    sections: level(part.parts, own, end, path, cut),
    ...spans(start, end, cut),
  };
}

function untitled(start: number, end: number, path: readonly string[], cut: Cut): Section {
  return {
    path,
    title: [],
    titleText: '',
    depth: 0,
    kind: 'talk',
    blocks: blocksOf(cut.units.slice(start, end)),
    presenterNotes: [],
    sections: [],
    ...spans(start, end, cut),
  };
}

function spans(start: number, end: number, { units, flat }: Cut): Pick<Section, 'span' | 'headingSpan'> {
  const { path } = flat.span;
  const first = units[start];
  const offset = start === 0 ? flat.span.start : (first?.start ?? flat.span.end);
  return {
    span: { path, start: offset, end: units[end]?.start ?? flat.span.end },
    headingSpan: { path, start: first?.start ?? offset, end: first?.end ?? offset },
  };
}

/** Each to the innermost section that starts before it. */
function withPresenterNotes(
  sections: readonly Section[],
  notes: readonly PresenterNote[],
): readonly Section[] {
  return sections.map((section, at) => {
    const next = sections[at + 1]?.headingSpan.start ?? Number.POSITIVE_INFINITY;
    const own = notes.filter(
      ({ span }) => span.start < next && (at === 0 || span.start >= section.headingSpan.start),
    );
    const inner = section.sections[0]?.headingSpan.start ?? Number.POSITIVE_INFINITY;
    return {
      ...section,
      presenterNotes: own.filter(({ span }) => span.start < inner),
      sections: withPresenterNotes(
        section.sections,
        own.filter(({ span }) => span.start >= inner),
      ),
    };
  });
}
