import type { LayoutName } from '../layouts/index.ts';
import type { Notes, Section, TitleBlock } from '../notes/index.ts';
import { displayName, indexSections, type SectionIndex, sectionName } from './match/find-section.ts';
import { findUnits, type TakeUnit, unitName } from './match/units.ts';
import { yamlComment, yamlQuoted, yamlText } from './yaml/yaml-text.ts';

/** What was chosen for a section by itself: its slides, in order, each with the words that begin what is on it. */
export interface SectionChoice {
  readonly section: Section;
  readonly layouts: readonly {
    readonly layout: LayoutName;
    readonly take: readonly string[];
    readonly reason: string;
  }[];
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
  const lines = [`  ${yamlText(name)}:`, ...layoutLines(choice, index)];
  return ['', ...lines.map((line) => line.replace(/^ {2}/, '  # '))];
}

const sectionsHead = [
  'sections:',
  '  # What was chosen, as comments: take the # away from a section and its lines to decide it yourself.',
  '  # More keys: title (in place of the heading), perSlide: 4, reveal: true (one after the other),',
  '  # show: false (no slide; the words go to the presenter notes).',
];

function commentedKey(key: string, value: string | undefined): string {
  return value ? `# ${key}: ${yamlText(value)}` : `# ${key}:`;
}

function layoutLines({ section, layouts }: SectionChoice, index: SectionIndex): readonly string[] {
  const [first, ...others] = layouts;
  if (!first) return [];
  if (others.length === 0) return [`    layout: ${first.layout} ${yamlComment(first.reason)}`];
  const free = new Set(index.unitsOf(section));
  const lines = layouts.flatMap(({ layout, take, reason }) => {
    const names = take.flatMap((words) => takeName(words, index.unitsOf(section), free));
    return names.length === 0 ? [] : slideLines(layout, names, reason);
  });
  return lines.length > 0 ? ['    slides:', ...lines] : [];
}

function slideLines(layout: LayoutName, names: readonly string[], reason: string): readonly string[] {
  const take = names.map(yamlQuoted);
  const line = `      - { layout: ${layout}, take: [${take.join(', ')}] }`;
  const comment = `      ${yamlComment(reason)}`;
  if (line.length <= lineWidth) return [comment, line];
  const listed = take.map((name) => `          - ${name}`);
  return [comment, `      - layout: ${layout}`, '        take:', ...listed];
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
