import type { DeckFacts } from '../../plan/index.ts';
import { destination } from '../phrasing/destination.ts';
import { isFound } from '../phrasing/image.ts';
import type { Printer } from '../printer.ts';
import { marginLine } from './margin-line.ts';
import { yamlText } from './yaml-text.ts';

/** What Marp is told of the whole deck. */
export function frontMatter(facts: DeckFacts, printer: Printer): string {
  const header = headerLine(facts, printer);
  const lines = [
    'marp: true',
    `theme: ${yamlText(facts.theme)}`,
    `size: ${facts.size}`,
    'paginate: true',
    'math: katex',
    `lang: ${yamlText(facts.lang)}`,
    ...entry('title', facts.title),
    ...entry('author', facts.speaker),
    ...entry('description', describe(facts)),
    ...entry('header', header),
    ...entry('backgroundImage', background(facts, printer)),
    ...entry('style', facts.style),
  ];
  return `---\n${lines.join('\n')}\n---`;
}

function entry(name: string, value: string | undefined): string[] {
  return value ? [`${name}: ${yamlText(value)}`] : [];
}

function describe({ subtitle, event, date }: DeckFacts): string {
  return [subtitle, event, date].filter(Boolean).join(', ');
}

function background({ background }: DeckFacts, printer: Printer): string | undefined {
  if (background === undefined || !isFound(printer.pictures(background))) return undefined;
  printer.used.pictures.add(background);
  const address = destination(printer.pictureUrl(background));
  return address && `url("${address}")`;
}

function headerLine({ header, logo }: DeckFacts, printer: Printer): string {
  const picture =
    logo && isFound(printer.pictures(logo)) ? printer.line([{ type: 'image', url: logo, alt: '' }]) : '';
  return [picture, header ? marginLine(header, printer) : ''].filter(Boolean).join(' ');
}
