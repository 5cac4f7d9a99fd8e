import { nameMissing } from '../../layouts/index.ts';
import type { Phrasing } from '../../notes/index.ts';
import { isUpright, staysWhole, unspacedScript } from '../../theme/index.ts';
import { formula, hasLongEmoji, inlineCode } from '../code-and-math.ts';
import type { MarkdownPrinter } from '../printer.ts';
import { type InlineToken, joinTokens, type Mark } from './join-tokens.ts';
import { attribute, autolink, isFound, link, printImage } from './link.ts';

/** A run of text as one line of Markdown that shows exactly its words. */
export function printLine(nodes: readonly Phrasing[], printer: MarkdownPrinter, cell?: 'cell'): string {
  const named = nameMissing(nodes, (url) => isFound(printer.pictures(url)));
  const tokens = named.flatMap((node) => inlineTokens(node, { printer, cell, inLink: false }));
  return joinTokens(keptApart(tokens), cell);
}

/** Tokens that would mean something else side by side. */
function keptApart(tokens: readonly InlineToken[]): InlineToken[] {
  return tokens.flatMap((token, at): readonly InlineToken[] => {
    const before = tokens[at - 1];
    if (before?.kind !== 'syntax') return [token];
    if (before.text.endsWith('`') && token.kind === 'syntax' && token.text.startsWith('`')) {
      return [{ kind: 'syntax', text: '<span></span>' }, token];
    }
    return before.text.endsWith('$') && token.kind === 'words' ? digitApart(token) : [token];
  });
}

/** A `$` before a digit does not close a formula; before an entity it does. */
function digitApart(token: Extract<InlineToken, { kind: 'words' }>): readonly InlineToken[] {
  if (!/^[0-9]/.test(token.text)) return [token];
  return [
    { kind: 'syntax', text: `&#${token.text.charCodeAt(0)};` },
    { ...token, text: token.text.slice(1) },
  ];
}

export interface InlineContext {
  readonly printer: MarkdownPrinter;
  readonly cell: 'cell' | undefined;
  readonly inLink: boolean;
}

/** One node as a flat list. */
export function inlineTokens(node: Phrasing, context: InlineContext): readonly InlineToken[] {
  const { printer, cell } = context;
  switch (node.type) {
    case 'text':
      return [words(node.value, context)];
    case 'html':
      // Notes turn the HTML they allow into `element`; what is left is text.
      return [words(node.value, context)];
    case 'break':
      return [syntax('<br />')];
    case 'emphasis':
      if (isUpright(node))
        return [tag('<em class="unslanted">'), ...all(node.children, context), tag('</em>')];
      return marked(node.type, node.children, context);
    case 'strong':
    case 'delete':
      return marked(node.type, node.children, context);
    case 'inlineCode':
      if (node.data?.whole) return wholeCode(node.value, node.data.whole, context);
      if (!hasLongEmoji(node.value) && !unspacedScript.test(node.value))
        return [syntax(inlineCode(node.value, cell))];
      return [tag('<code>'), words(node.value.replace(/[\r\n]+/g, ' '), context), tag('</code>')];
    case 'inlineMath':
      printer.used.features.add('math');
      return staysWhole(node.value)
        ? [tag('<span class="whole">'), syntax(inlineMath(node.value, cell)), tag('</span>')]
        : [syntax(inlineMath(node.value, cell))];
    case 'element': {
      const name = `${node.name}${attribute('class', node.name === 'cite' && isUpright(node) ? 'unslanted' : node.class)}${attribute('dir', node.dir)}${attribute('lang', node.lang)}${attribute('title', node.title)}`;
      return [tag(`<${name}>`), ...all(node.children, context), tag(`</${node.name}>`)];
    }
    case 'link':
      return linked(node.url, node.title, node.children, context);
    case 'linkReference':
      // Notes turn references into links; what is left has no target.
      return all(node.children, context);
    case 'image':
      return [syntax(printImage({ url: node.url, alt: node.alt ?? '', title: node.title }, printer))];
    case 'imageReference':
      return [words(node.alt ?? '', context)];
    case 'footnoteReference':
      return [
        tag('<sup class="footnote-reference">'),
        words(node.label ?? node.identifier, context),
        tag('</sup>'),
      ];
  }
}

/** Code that is broken nowhere, or between its words alone. */
function wholeCode(value: string, whole: 'all' | 'words', context: InlineContext): readonly InlineToken[] {
  const open = tag('<span class="whole-code">');
  if (whole === 'all') return [open, syntax(inlineCode(value, context.cell)), tag('</span>')];
  const pieces = value.split(/( +)/).filter((piece) => piece !== '');
  const inside = pieces.flatMap((piece) =>
    piece.startsWith(' ') ? [words(piece, context)] : [open, words(piece, context), tag('</span>')],
  );
  return [tag('<code>'), ...inside, tag('</code>')];
}

function all(nodes: readonly Phrasing[], context: InlineContext): readonly InlineToken[] {
  return nodes.flatMap((node) => inlineTokens(node, context));
}

function marked(mark: Mark, children: readonly Phrasing[], context: InlineContext): readonly InlineToken[] {
  return [{ kind: 'open', mark }, ...all(children, context), { kind: 'close', mark }];
}

function linked(
  url: string,
  title: string | null | undefined,
  children: Extract<Phrasing, { type: 'link' }>['children'],
  context: InlineContext,
): readonly InlineToken[] {
  if (context.inLink) return all(children, context);
  const short = autolink(url, children);
  if (short !== undefined && !title) return [syntax(short)];
  const address = context.printer.linkUrl(url);
  if (address === undefined) return all(children, context);
  return link(address, title, all(children, { ...context, inLink: true }));
}

/** In a table markdown-it takes one backslash away before each `|`. */
function inlineMath(tex: string, cell: 'cell' | undefined): string {
  const safe = formula(tex.replace(/\s+/g, ' '));
  return safe === '' ? '' : `$${cell ? safe.replaceAll('|', '\\|') : safe}$`;
}

const words = (text: string, { inLink }: InlineContext): InlineToken => ({ kind: 'words', text, inLink });
const syntax = (text: string): InlineToken => ({ kind: 'syntax', text });
const tag = (text: string): InlineToken => ({ kind: 'tag', text });
