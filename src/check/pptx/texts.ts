// What the slides of a PowerPoint file say: to those who read it, and to those who have it read to them.
import { childOf, descendants, type OfficePackage, type OfficePart, textIn } from '../../office/index.ts';
import { type OpenedShape, type OpenedSlide, paragraphText } from './presentation.ts';

/** Words on a slide: of its texts and tables, of its charts, and of what is told of its drawings. */
export function slideText({ part, shapes }: OpenedSlide, office: OfficePackage): string {
  const charts = part.relations
    .filter(({ kind }) => kind === 'chart')
    .map(({ target }) => chartText(office.parts.get(target)));
  return [...shapes.filter((shape) => !isRunning(shape)).map(shapeText), ...charts].join('\n');
}

/** What stands on every slide stands for no words of the notes. */
function isRunning({ placeholder = '' }: OpenedShape): boolean {
  return /^(?:sldNum|ftr|dt|hdr)$/.test(placeholder);
}

function shapeText({ element, text, description }: OpenedShape): string {
  return element.name === 'p:pic' || element.name === 'p:graphicFrame' ? `${text}\n${description}` : text;
}

function chartText(chart: OfficePart | undefined): string {
  const elements = chart?.root ? [...descendants(chart.root)] : [];
  return elements
    .filter(({ name }) => name === 'c:v' || name === 'a:t')
    .map(textIn)
    .join('\n');
}

/** What is told of the pictures of a slide: of a formula, its TeX. */
export function slideFormulas({ shapes }: OpenedSlide): readonly string[] {
  return shapes.map(({ description }) => description).filter((description) => description !== '');
}

/** Formulas of a slide that can be edited. */
export function mathIn({ part }: OpenedSlide): number {
  return part.root ? [...descendants(part.root)].filter(({ name }) => name === 'm:oMath').length : 0;
}

/** The words of a notes page, without its number. */
export function notesText(notes: OfficePart | undefined): string {
  const tree = childOf(notes?.root, 'p:cSld', 'p:spTree');
  const bodies = (tree ? [...descendants(tree)] : []).filter((shape) => {
    const placeholder = shape.name === 'p:sp' ? childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph') : undefined;
    return placeholder?.attributes.get('type') === 'body';
  });
  return bodies
    .flatMap((body) => [...descendants(body)].filter(({ name }) => name === 'a:p').map(paragraphText))
    .join('\n');
}
