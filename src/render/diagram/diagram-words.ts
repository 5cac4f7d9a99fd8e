// What a diagram says to those who do not see it: what is joined to what, and all other words in it.
import { textOf, unescapeHtml } from '../html-text.ts';

/** "Bull → Cow: honks; Cow → Calf", each relation in the order of the source; before them what none of them names. */
export function diagramWords(svg: string): string {
  const names = new Map(
    [...svg.matchAll(/ data-id="([^"]*)" data-label="([^"]*)"/g)].map(([, id = '', label = '']) => [
      id.replace(/^diagram(?:-\d+)?-/, ''),
      wordsOf(label),
    ]),
  );
  const relations = [...svg.matchAll(/<(?:polyline|path|line|g)\b([^>]*)>/g)].flatMap(([, attributes = '']) =>
    relationOf(attributes, names),
  );
  const named = new Set(relations.flatMap(({ from, to, labels }) => [from, to, ...labels]));
  const others = labelsOf(svg).filter((label) => !named.has(label));
  const said = relations.map(({ from, arrow, to, labels }) =>
    [`${from} ${arrow} ${to}`, ...(labels.length > 0 ? [labels.join(' ')] : [])].join(': '),
  );
  return [others.join(', '), said.join('; ')].filter((words) => words !== '').join('. ');
}

interface DiagramRelation {
  readonly from: string;
  readonly arrow: string;
  readonly to: string;
  readonly labels: readonly string[];
}

function relationOf(attributes: string, names: ReadonlyMap<string, string>): readonly DiagramRelation[] {
  const value = (name: string): string => new RegExp(` data-${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const [from, to] = [value('from') || value('entity1'), value('to') || value('entity2')];
  // The label of an arrow stands in a group of its own.
  if (from === '' || to === '' || attributes.includes('class="edge-label"')) return [];
  const nameOf = (id: string): string => names.get(id) ?? wordsOf(id);
  const labels = [value('from-cardinality'), value('label'), value('to-cardinality')].map(wordsOf);
  return [
    {
      from: nameOf(from),
      arrow: arrowOf(value),
      to: nameOf(to),
      labels: labels.filter((words) => words !== ''),
    },
  ];
}

/** A line of a flow chart has an arrow at each end or none, a message at its end, a relation of classes a sign at one. */
function arrowOf(value: (name: string) => string): string {
  if (value('entity1') !== '') return '–';
  const [start, end] = [
    value('arrow-start') === 'true' || value('marker-at') === 'from',
    value('arrow-end') !== 'false',
  ];
  if (start && value('arrow-end') === 'true') return '↔';
  if (start) return '←';
  return end ? '→' : '–';
}

function wordsOf(text: string): string {
  return unescapeHtml(textOf(text.replace(/<[^>]*>/g, ' ')))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words in the drawing, in its order. */
function labelsOf(svg: string): readonly string[] {
  const texts = [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)];
  return texts
    .map(([, label = '']) => wordsOf(label.replace(/<\/tspan>/g, ' ')))
    .filter((label) => label !== '');
}
