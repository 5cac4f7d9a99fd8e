// What a reader of a PowerPoint file would miss on its slides. Each rule gives what it finds on one slide, or on all.
import { childOf, descendants, elementsIn, emuPerPx, type XmlElement } from '../../office/index.ts';
import type { OpenedPresentation, OpenedShape, OpenedSlide } from './presentation.ts';

/** A slide's title, as the outline shows it: the text of its title placeholder. */
function slideTitle({ shapes }: OpenedSlide): string | undefined {
  const title = shapes.find(({ placeholder }) => placeholder === 'title' || placeholder === 'ctrTitle');
  return title?.text.replace(/\s+/g, ' ').trim();
}

/** For each slide that has none, or one that an earlier slide has: what is wrong, by the slide's number. */
export function titleProblems({ slides }: OpenedPresentation): ReadonlyMap<number, string> {
  const titles = slides.map(slideTitle);
  const problems = titles.flatMap((title, at): readonly (readonly [number, string])[] => {
    if (title === undefined) return [[at + 1, 'has no title placeholder']];
    if (title === '') return [[at + 1, 'has an empty title']];
    const first = titles.indexOf(title);
    return first < at ? [[at + 1, `has the title of slide ${first + 1}: “${title.slice(0, 60)}”`]] : [];
  });
  return new Map(problems);
}

/** Pictures, charts and formulas that somebody who cannot see them is told nothing of. A table is words by itself. */
export function withoutDescription({ shapes }: OpenedSlide): readonly OpenedShape[] {
  return shapes.filter(
    ({ element, description, isDecorative }) => isUnspoken(element) && description === '' && !isDecorative,
  );
}

function isUnspoken(element: XmlElement): boolean {
  return (
    element.name === 'p:pic' || (element.name === 'p:graphicFrame' && everyIn(element, 'a:tbl').length === 0)
  );
}

/** Shapes that reach over the edge of their slide by more than 1 px, with how far, px. */
export function outsideSlide(
  { shapes }: OpenedSlide,
  { width, height }: OpenedPresentation['size'],
): readonly { readonly shape: OpenedShape; readonly px: number }[] {
  return shapes.flatMap((shape) => {
    const { box, isHidden } = shape;
    if (!box || isHidden) return [];
    const over = Math.max(-box.x, -box.y, box.x + box.width - width, box.y + box.height - height);
    return over > emuPerPx ? [{ shape, px: Math.round(over / emuPerPx) }] : [];
  });
}

/** What a slide lacks of layout, master and notes page, and of what holds those together. */
export function brokenInheritance({ part, layout, master, theme, notes }: OpenedSlide): readonly string[] {
  const count = (kind: string): number => part.relations.filter((relation) => relation.kind === kind).length;
  const notesOf = notes?.relations.find(({ kind }) => kind === 'slide')?.target;
  return [
    ...(count('slideLayout') === 1 && layout ? [] : [`has ${count('slideLayout')} layouts`]),
    ...(layout && !master ? ['has a layout without a master'] : []),
    ...(master && !theme ? ['has a master without a theme'] : []),
    ...(layout && master && !isListed(layout.name, master)
      ? ['has a layout that its master does not list']
      : []),
    ...(notes ? [] : ['has no notes page']),
    ...(notes && notesOf !== part.name ? [`has the notes page of ${notesOf ?? 'no slide'}`] : []),
    ...(notes && !notes.relations.some(({ kind }) => kind === 'notesMaster')
      ? ['has a notes page without a master']
      : []),
  ];
}

function isListed(layout: string, master: NonNullable<OpenedSlide['master']>): boolean {
  const list = childOf(master.root, 'p:sldLayoutIdLst');
  const ids = new Set((list ? elementsIn(list) : []).map(({ attributes }) => attributes.get('r:id')));
  return master.relations.some(({ id, target }) => target === layout && ids.has(id));
}

/** Shapes of a slide that a connector is attached to and that are not there, or click animations of such. */
export function danglingShapes({ part, shapes }: OpenedSlide): readonly string[] {
  const ids = new Set(shapes.map(({ id }) => id));
  const attached = shapes.flatMap(({ element }) => {
    const ends = childOf(element, 'p:nvCxnSpPr', 'p:cNvCxnSpPr');
    return (ends ? elementsIn(ends) : [])
      .filter(({ name }) => name === 'a:stCxn' || name === 'a:endCxn')
      .map(({ attributes }) => attributes.get('id') ?? '');
  });
  const groups = new Set(groupIds(part));
  const animated = animatedIds(part);
  return [
    ...attached
      .filter((id) => !ids.has(id))
      .map((id) => `a connector is attached to the shape ${id}, which is not there`),
    ...animated
      .filter((id) => !ids.has(id) && !groups.has(id))
      .map((id) => `the shape ${id} is animated, but not there`),
  ];
}

function groupIds({ root }: OpenedSlide['part']): readonly string[] {
  return everyIn(root, 'p:grpSp').map(
    (group) => childOf(group, 'p:nvGrpSpPr', 'p:cNvPr')?.attributes.get('id') ?? '',
  );
}

function animatedIds({ root }: OpenedSlide['part']): readonly string[] {
  const timing = childOf(root, 'p:timing');
  return [...everyIn(timing, 'p:spTgt'), ...everyIn(timing, 'p:bldP')].map(
    ({ attributes }) => attributes.get('spid') ?? '',
  );
}

function everyIn(root: XmlElement | undefined, name: string): readonly XmlElement[] {
  return root ? [...descendants(root)].filter((element) => element.name === name) : [];
}
