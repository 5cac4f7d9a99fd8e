import type { LayoutName } from '../layouts/index.ts';
import type { Notes, Section, TitleBlock } from '../notes/index.ts';
import { displayName, indexSections, type SectionIndex, sectionName } from './match/find-section.ts';
import { findUnits, type TakeUnit, unitName } from './match/units.ts';
import { yamlComment, yamlQuoted, yamlText } from './yaml/scalars.ts';

/** What was chosen for a section by itself: its slides, in order. */
export interface SectionChoice {
  readonly section: Section;
  readonly slides: readonly SlideChoice[];
}

/** A slide that begins with something that a hint can take. */
interface SlideChoice {
  readonly title: string;
  readonly layout: LayoutName;
  /** The words that begin what is on it. */
  readonly take: readonly string[];
  readonly reason: string;
}

/**
 * The text of a new hints file: what was read and chosen, ready to be changed. It asks for the
 * same deck as no hints file, and reads back without a diagnostic. `schema` is the address or
 * relative path of the JSON Schema for editors.
 */
export function initHints(notes: Notes, choices: readonly SectionChoice[], schema: string): string {
  const index = indexSections(notes);
  const sections = choices.flatMap((choice) => sectionLines(choice, index));
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    yamlComment(
      `Layout hints for ${notes.source.path.split(/[\\/]/).at(-1) ?? ''}. Everything here is optional:`,
    ),
    '# take the # away before a line and change it. As it stands it changes nothing.',
    '',
    ...deckLines(notes),
    '',
    'handout:',
    '  # paper: A4 # or Letter, A5',
    '  # perPage: 3 # or 1, 2, 4, 6, 9',
    '',
    ...(sections.length > 0 ? [...sectionsHead, ...sections] : []),
    ...(notes.sections.some(({ depth }) => depth > 0) ? [] : outlineLines),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function deckLines({ title, lang }: Notes): readonly string[] {
  return [
    'deck:',
    '  # theme: recap # a built-in theme, or the path of a CSS file',
    '  # tokens: { accent: "#b4540a" } # a colour in quotes',
    '  # size: 16:9 # or 4:3',
    ...titleKeys.map((key) => `  ${commentedKey(key, title[key]?.text)}`),
    `  # lang: ${yamlText(lang ?? 'en')}`,
    '  # footer:',
    '  # details: slide # or notes: bullets below the first level go to the presenter notes',
  ];
}

const titleKeys = [
  'title',
  'subtitle',
  'speaker',
  'affiliation',
  'event',
  'date',
] as const satisfies readonly (keyof TitleBlock)[];

function sectionLines(choice: SectionChoice, index: SectionIndex): readonly string[] {
  const { section } = choice;
  const name = sectionName(section, index);
  if (!name) return ['', `  ${yamlComment(`${displayName(section)}: cannot be named here`)}`];
  const lines = [`  ${yamlText(name)}:`, ...choiceLines(choice, index)];
  return ['', ...lines.map((line) => line.replace(/^ {2}/, '  # '))];
}

const sectionsHead = [
  'sections:',
  '  # What was chosen, as comments: take the # away from a section and its lines to decide it yourself.',
  '  # A slide takes bullets and paragraphs by the words they begin with; change its title, or add a layout.',
  '  # More keys: perSlide: 4, reveal: true (one after the other), details: notes (bullets below the first',
  '  # level go to the presenter notes), show: false (no slide; the words go to the presenter notes).',
];

function commentedKey(key: string, value: string | undefined): string {
  return value ? `# ${key}: ${yamlText(value)}` : `# ${key}:`;
}

function choiceLines({ section, slides }: SectionChoice, index: SectionIndex): readonly string[] {
  const [first, ...others] = slides;
  if (!first) return [];
  if (others.length === 0) {
    const layout = isChoice(first) ? [`    layout: ${first.layout} ${yamlComment(first.reason)}`] : [];
    const title = first.title === '' ? [] : [`    title: ${yamlText(first.title)}`];
    return [...title, ...layout];
  }
  const free = new Set(index.unitsOf(section));
  const lines = slides.flatMap((slide) => {
    const names = slide.take.flatMap((words) => takeName(words, index.unitsOf(section), free));
    return names.length === 0 ? [] : slideLines(slide, names);
  });
  return lines.length > 0 ? ['    slides:', ...lines] : [];
}

/** Layouts that take anything are no choice. */
function isChoice({ layout }: SlideChoice): boolean {
  return layout !== 'bullets' && layout !== 'prose';
}

function slideLines(slide: SlideChoice, names: readonly string[]): readonly string[] {
  const { title, layout, reason } = slide;
  const take = names.map(yamlQuoted);
  const comment = isChoice(slide) ? [`      ${yamlComment(reason)}`] : [];
  const own = isChoice(slide) ? [`layout: ${layout}`] : [];
  const name = title === '' ? [] : [`title: ${yamlQuoted(title)}`];
  const keys = [...name, ...own];
  const line = `      - { ${[...keys, `take: [${take.join(', ')}]`].join(', ')} }`;
  if (line.length <= lineWidth) return [...comment, line];
  const inline = `        take: [${take.join(', ')}]`;
  const items =
    inline.length <= lineWidth ? [inline] : ['        take:', ...take.map((one) => `          - ${one}`)];
  const lines = [...keys.map((key) => `        ${key}`), ...items];
  return [...comment, ...lines.map((one, at) => (at === 0 ? one.replace('        ', '      - ') : one))];
}

/** A longer line is written as a block. */
const lineWidth = 100;

/** The words for the first unit they can mean that no slide has yet. */
function takeName(words: string, units: readonly TakeUnit[], free: Set<TakeUnit>): readonly string[] {
  const unit = findUnits(words, units).find((it) => free.delete(it));
  const name = unit && unitName(unit, units);
  return name ? [name] : [];
}

const outlineLines = [
  '# The notes have no headings. Say where sections start, and each gets its own slides:',
  '# outline:',
  '#   - { title: First part, from: "the first words of its first bullet" }',
];
