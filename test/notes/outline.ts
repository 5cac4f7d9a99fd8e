import type { Nodes } from 'mdast';
import { type Field, type Notes, plainText, type Section } from '../../src/notes/index.ts';

/** Notes as an indented text that a person can check against the source. */
export function outline(notes: Notes): string {
  const lines: string[] = [];
  const { details, tags, ...fields } = notes.title;
  for (const [name, field] of Object.entries(fields) as [string, Field | undefined][]) {
    if (field)
      lines.push(`${name}: ${field.text} | ${plainText(field.content)} | ${sourceOf(notes, field.span)}`);
  }
  if (tags) lines.push(`tags: ${tags.map((tag) => tag.text).join(', ')}`);
  if (notes.lang) lines.push(`lang: ${notes.lang}`);
  if (notes.dir) lines.push(`dir: ${notes.dir}`);
  if (details.length > 0) lines.push('details', ...blockLines(details as Nodes[], 1));
  if (notes.agenda) lines.push('agenda', ...blockLines(notes.agenda.blocks as Nodes[], 1));
  for (const section of notes.sections) lines.push(...sectionLines(section, 0));
  return `${lines.join('\n')}\n`;
}

function sourceOf(notes: Notes, span: { start: number; end: number }): string {
  return JSON.stringify(notes.source.text.slice(span.start, span.end));
}

function sectionLines(section: Section, level: number): string[] {
  const lines = [`# ${section.depth} ${section.kind} ${JSON.stringify(section.titleText)}`];
  lines.push(...blockLines(section.blocks as Nodes[], 1));
  for (const note of section.presenterNotes)
    lines.push('  presenter', ...blockLines(note.blocks as Nodes[], 2));
  lines.push(...section.sections.flatMap((inner) => sectionLines(inner, 1)));
  return lines.map((line) => '  '.repeat(level) + line);
}

function blockLines(nodes: readonly Nodes[], level: number): string[] {
  return nodes.flatMap((node) => {
    const indent = '  '.repeat(level);
    if (node.type === 'callout') {
      return [
        `${indent}callout ${node.calloutKind} ${inline(node.title)}`,
        ...blockLines(node.children, level + 1),
      ];
    }
    if (!('children' in node)) return [indent + leaf(node)];
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      return [`${indent}${node.type} ${inline(node.children)}`];
    }
    return [indent + nameOf(node), ...blockLines(node.children, level + 1)];
  });
}

function nameOf(node: Nodes): string {
  if (node.type === 'list' && node.ordered) return `list from ${node.start}`;
  const isTask = node.type === 'listItem' && typeof node.checked === 'boolean';
  return isTask ? `listItem [${node.checked ? 'x' : ' '}]` : node.type;
}

function inline(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value.replace(/\r?\n/g, '⏎') : `{${leaf(node)}}`))
    .join('');
}

function leaf(node: Nodes): string {
  const { type } = node;
  if (node.type === 'image') return `image ${node.url} "${node.alt}"`;
  if (node.type === 'link') return `link ${node.url} ${inline(node.children)}`;
  if (node.type === 'element')
    return `${node.name}${node.dir ? ` ${node.dir}` : ''} ${inline(node.children)}`;
  if ('value' in node) return `${type} ${JSON.stringify(node.value)}`;
  if ('identifier' in node) return `${type} ${node.identifier}`;
  return 'children' in node ? `${type} ${inline(node.children)}` : type;
}
