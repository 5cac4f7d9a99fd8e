import type { Phrasing } from '../../notes/index.ts';
import { formula, hasLongEmoji, inlineCode } from '../code-and-math.ts';
import type { Printer } from '../printer.ts';
import { joinPieces, type Mark, type Piece } from './join-tokens.ts';
import { attribute, autolink, image, link } from './link.ts';

/** A run of text as one line of Markdown that shows exactly its words. */
export function printLine(nodes: readonly Phrasing[], printer: Printer, cell?: 'cell'): string {
  const pieces = nodes.flatMap((node) => piecesOf(node, { printer, cell, inLink: false }));
  return joinPieces(keptApart(pieces), cell);
}

/** Pieces that would mean something else side by side. */
function keptApart(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at): readonly Piece[] => {
    const before = pieces[at - 1];
    if (before?.kind !== 'syntax') return [piece];
    if (before.text.endsWith('`') && piece.kind === 'syntax' && piece.text.startsWith('`')) {
      return [{ kind: 'syntax', text: '<span></span>' }, piece];
    }
    return before.text.endsWith('$') && piece.kind === 'words' ? digitApart(piece) : [piece];
  });
}

/** A `$` before a digit does not close a formula; before an entity it does. */
function digitApart(piece: Extract<Piece, { kind: 'words' }>): readonly Piece[] {
  if (!/^[0-9]/.test(piece.text)) return [piece];
  return [
    { kind: 'syntax', text: `&#${piece.text.charCodeAt(0)};` },
    { ...piece, text: piece.text.slice(1) },
  ];
}

export interface Inside {
  readonly printer: Printer;
  readonly cell: 'cell' | undefined;
  readonly inLink: boolean;
}

/** One node, laid flat. */
export function piecesOf(node: Phrasing, inside: Inside): readonly Piece[] {
  const { printer, cell } = inside;
  switch (node.type) {
    case 'text':
      return [words(node.value, inside)];
    case 'html':
      // Notes turn the HTML they allow into `element`; what is left is text.
      return [words(node.value, inside)];
    case 'break':
      return [syntax('<br />')];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return marked(node.type, node.children, inside);
    case 'inlineCode':
      if (!hasLongEmoji(node.value)) return [syntax(inlineCode(node.value, cell))];
      return [syntax('<code>'), words(node.value.replace(/[\r\n]+/g, ' '), inside), syntax('</code>')];
    case 'inlineMath':
      printer.used.features.add('math');
      return [syntax(inlineMath(node.value, cell))];
    case 'element': {
      const tag = `${node.name}${attribute('class', node.class)}${attribute('dir', node.dir)}${attribute('lang', node.lang)}${attribute('title', node.title)}`;
      return [syntax(`<${tag}>`), ...all(node.children, inside), syntax(`</${node.name}>`)];
    }
    case 'link':
      return linked(node.url, node.title, node.children, inside);
    case 'linkReference':
      // Notes turn references into links; what is left has no target.
      return all(node.children, inside);
    case 'image':
      return [syntax(image({ url: node.url, alt: node.alt ?? '', title: node.title }, printer, cell))];
    case 'imageReference':
      return [words(node.alt ?? '', inside)];
    case 'footnoteReference':
      return [
        syntax('<sup class="footnote-reference">'),
        words(node.label ?? node.identifier, inside),
        syntax('</sup>'),
      ];
  }
}

function all(nodes: readonly Phrasing[], inside: Inside): readonly Piece[] {
  return nodes.flatMap((node) => piecesOf(node, inside));
}

function marked(mark: Mark, children: readonly Phrasing[], inside: Inside): readonly Piece[] {
  return [{ kind: 'open', mark }, ...all(children, inside), { kind: 'close', mark }];
}

function linked(
  url: string,
  title: string | null | undefined,
  children: Extract<Phrasing, { type: 'link' }>['children'],
  inside: Inside,
): readonly Piece[] {
  if (inside.inLink) return all(children, inside);
  const short = autolink(url, children);
  if (short !== undefined && !title) return [syntax(short)];
  const address = inside.printer.linkUrl(url);
  if (address === undefined) return all(children, inside);
  return link(address, title, all(children, { ...inside, inLink: true }));
}

/** In a table markdown-it takes one backslash away before each `|`. */
function inlineMath(tex: string, cell: 'cell' | undefined): string {
  const safe = formula(tex.replace(/\s+/g, ' '));
  return safe === '' ? '' : `$${cell ? safe.replaceAll('|', '\\|') : safe}$`;
}

const words = (text: string, { inLink }: Inside): Piece => ({ kind: 'words', text, inLink });
const syntax = (text: string): Piece => ({ kind: 'syntax', text });
