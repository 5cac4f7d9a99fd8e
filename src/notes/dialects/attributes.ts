// `{#id .class key=value}` behind headings, pictures, links, code and words: how something is set elsewhere, and what
// links call it. None of it is shown.
import type { Code, InlineCode, PhrasingContent, RootContent, Text } from 'mdast';
import { mergeText, sliceText, textOffsets } from '../markdown/source-text.ts';
import { at, endOf, startOf } from '../markdown/tree.ts';
import type { Reading } from '../reading.ts';

const one = String.raw`(?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*|[\w:-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+)|-(?=\s*\}))`;
/** Behind the first of them a word alone is one too: `{.button download}`. */
const list = String.raw`\{:?[ \t]*${one}(?:[ \t]+(?:${one}|[\w-]+))*[ \t]*\}`;

/** Logseq’s: `{:height 250, :width 460}`. */
const keyed = String.raw`\{(?::[a-z-]{1,20}[ \t]+[\w.%-]{1,20},?[ \t]*){1,9}\}`;

const atStart = new RegExp(`^(?:${list}|${keyed})+`, 'u');
/** On a line of its own, or, where it is a name and classes alone, behind the last word. */
const last = new RegExp(
  `(?:(?:^|[ \\t]*\\n)[ \\t]*|[ \\t]+(?=\\{(?:#[^\\s{}]+(?:[ \\t]+|\\}))?(?:\\.[^\\s{}]+[ \\t]*)*\\}?\\s*$))${list}\\s*$`,
  'u',
);
/** Google Docs gives headings names of any letters. */
const atEnd = new RegExp(`\\s*(?:${list}|\\{#[^\\s{}]{1,200}\\})\\s*$`, 'u');
const behindBracket = new RegExp(`\\]${list}`, 'u');
/** A name that MyST gives what stands below it. */
const target = /^\([\w:.-]{1,200}\)=[ \t]*(?:\r\n|\r|\n|$)/;
const whole = new RegExp(`^${list}$`, 'u');

/** The classes of `{.note title="x"}`, its braces left out; undefined when these are no attributes. */
export function classesOf(inside: string): readonly string[] | undefined {
  if (!whole.test(`{${inside}}`)) return undefined;
  return inside.match(/(?<=(?:^|[\s{:]))\.[\p{L}\p{N}_:.-]+/gu)?.map((name) => name.slice(1)) ?? [];
}

/** What may have attributes right behind it. */
const holders: ReadonlySet<string> = new Set([
  'image',
  'link',
  'inlineCode',
  'inlineMath',
  'strong',
  'emphasis',
  'element',
]);

/** Words without attributes behind pictures, links, code and `[words]`, and without those behind the last word. */
export function withoutAttributes(children: PhrasingContent[], source: string): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && /\{|^\(\S+\)=/.test(child.value))) return children;
  const bare = children.flatMap((child, index): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const before = children[index - 1];
    const sign = before === undefined ? target : holders.has(before.type) ? atStart : undefined;
    const from = sign?.exec(child.value)?.[0].length ?? 0;
    const isLast = index === children.length - 1;
    const to = isLast ? (last.exec(child.value)?.index ?? child.value.length) : child.value.length;
    return from === 0 && to === child.value.length ? [child] : slice(child, from, Math.max(from, to), source);
  });
  return withoutSpans(bare, source);
}

function slice(node: Text, from: number, to: number, source: string): Text[] {
  const part = sliceText(node, from, to, textOffsets(node, source));
  return part ? [part] : [];
}

/** `[words]{.class}`: the words. */
function withoutSpans(children: PhrasingContent[], source: string): PhrasingContent[] {
  const out = [...children];
  for (let index = 0; index < out.length; index += 1) {
    const node = out[index];
    const found = node?.type === 'text' ? behindBracket.exec(node.value) : null;
    if (node?.type !== 'text' || !found) continue;
    const open = openBracket(out, index, found.index);
    if (!open) continue;
    const rest = slice(node, found.index + found[0].length, node.value.length, source);
    const first = out[open.index] as Text;
    if (open.index === index) {
      const parts = [...slice(node, 0, open.at, source), ...slice(node, open.at + 1, found.index, source)];
      out.splice(index, 1, ...parts, ...rest);
      index += parts.length - 1;
    } else {
      out.splice(index, 1, ...slice(node, 0, found.index, source), ...rest);
      const parts = [
        ...slice(first, 0, open.at, source),
        ...slice(first, open.at + 1, first.value.length, source),
      ];
      out.splice(open.index, 1, ...parts);
    }
  }
  return mergeText(out);
}

/** The bracket that the one at `close` of the text at `index` ends, with no other bracket between. */
function openBracket(
  nodes: readonly PhrasingContent[],
  index: number,
  close: number,
): { readonly index: number; readonly at: number } | undefined {
  for (let at = index; at >= 0; at -= 1) {
    const node = nodes[at];
    if (node?.type !== 'text') continue;
    const text = at === index ? node.value.slice(0, close) : node.value;
    const bracket = Math.max(text.lastIndexOf('['), text.lastIndexOf(']'));
    if (bracket !== -1) return text[bracket] === '[' ? { index: at, at: bracket } : undefined;
  }
  return undefined;
}

/** A heading’s or a caption’s words without the attributes at their end. */
export function withoutLastAttributes(children: PhrasingContent[], source: string): PhrasingContent[] {
  const last = children.at(-1);
  const found = last?.type === 'text' ? atEnd.exec(last.value) : null;
  if (last?.type !== 'text' || !found) return children;
  return [...children.slice(0, -1), ...slice(last, 0, found.index, source)];
}

/** Names that attributes give, `{#id}`, and MyST’s `(id)=`, with their offsets. */
export function namesIn(text: string): readonly { readonly name: string; readonly offset: number }[] {
  const lists = [...text.matchAll(new RegExp(list, 'gu'))].flatMap(({ 0: written, index }) => {
    const name = /#([\p{L}\p{N}_:.-]{1,200})/u.exec(written)?.[1];
    return name === undefined ? [] : [{ name, offset: index }];
  });
  const labels = [...text.matchAll(/^\(([\w:.-]{1,200})\)=[ \t]*$/gm)].map(({ 1: name = '', index }) => ({
    name,
    offset: index,
  }));
  const ofHeadings = [...text.matchAll(/^#{1,6}[ \t][^{}\r\n]{0,400}\{#([^\s{}]{1,200})\}[ \t]*$/gm)].map(
    ({ 1: name = '', index }) => ({ name, offset: index }),
  );
  return [...lists, ...labels, ...ofHeadings];
}

/** Lines of a program that runs code, at its head: `#| echo: false`, and MyST’s `:linenos:`. */
const options = /^(?:(?:[ \t]*(?:#|\/\/|--|%%)\|[^\n]*|:[\w-]+:[^\n]*)(?:\r\n|\n|$))+(?:[ \t]*(?:\r\n|\n))?/;

/**
 * Code with its language where braces stand around it, as Pandoc, Quarto and MyST have it: `{.python .numberLines}`,
 * `{r, echo=FALSE}`, `{code-block} python`; a formula where it says `math`.
 */
export function readCode(code: Code, source: string): RootContent {
  const position = code.position ? { position: code.position } : {};
  if (code.lang === 'math') return { type: 'math', value: code.value, meta: null, ...position };
  if (!code.lang && !/^[ \t>]*[`~]{3}/.test(source.slice(startOf(code), startOf(code) + 9)))
    return indentedCode(code);
  if (!code.lang?.startsWith('{')) return code;
  const info = [code.lang, code.meta ?? ''].join(' ').trim();
  const [, inside = '', behind = ''] = /^\{([^}]*)\}\s*(.*)$/.exec(info) ?? [];
  const value = code.value.replace(options, '');
  const name = /^\.?([\w+#-]+)/.exec(inside.trim())?.[1] ?? '';
  if (name === 'math') return { type: 'math', value, meta: null, ...position };
  const isListing = /^(?:code|code-block|code-cell|sourcecode|literalinclude)$/.test(name);
  const lang = isListing ? (/^\S+/.exec(behind)?.[0] ?? null) : name || null;
  return { ...code, lang, meta: null, value };
}

/** Pelican and CodeHilite: the first line of indented code may say its language, `:::python` or `#!python`. */
function indentedCode(code: Code): Code {
  const [sign = '', lang] = /^(?::{3}|#!)([A-Za-z][\w+#-]*)[ \t]*\r?\n/.exec(code.value) ?? [];
  return lang ? { ...code, lang: lang.toLowerCase(), value: code.value.slice(sign.length) } : code;
}

/** MyST’s roles: what stands between the backquotes behind `{name}`. */
const roles: ReadonlyMap<string, 'sub' | 'sup' | 'kbd' | 'abbr'> = new Map([
  ['sub', 'sub'],
  ['subscript', 'sub'],
  ['sup', 'sup'],
  ['superscript', 'sup'],
  ['kbd', 'kbd'],
  ['abbr', 'abbr'],
]);

/** `` {math}`x^2` `` is a formula, `` {sub}`2` `` small, `` {ref}`words <label>` `` its words, a name the label. */
export function readRoles(children: PhrasingContent[], reading: Labelled): PhrasingContent[] {
  return children.flatMap((child, index): PhrasingContent[] => {
    const [before, next] = [children[index - 1], children[index + 1]];
    const name =
      child.type === 'inlineCode' && before?.type === 'text' ? role.exec(before.value)?.[1] : undefined;
    if (child.type === 'inlineCode' && name !== undefined) return [inRole(name, child, reading)];
    const length =
      child.type === 'text' && next?.type === 'inlineCode' ? (role.exec(child.value)?.[0].length ?? 0) : 0;
    return child.type === 'text' && length > 0
      ? slice(child, 0, child.value.length - length, reading.source.text)
      : [child];
  });
}

const role = /(?<![\p{L}\p{N}])\{([a-z][a-z:-]{1,20})\}$/u;

type Labelled = Pick<Reading, 'source' | 'labels' | 'leftOut'>;

function inRole(name: string, code: InlineCode, reading: Labelled): PhrasingContent {
  const { value } = code;
  const position = at(startOf(code), endOf(code));
  if (name === 'math') return { type: 'inlineMath', value, position };
  const target = value.endsWith('>') ? value.lastIndexOf('<') : -1;
  const words = target === -1 ? value : value.slice(0, target).trimEnd();
  const text: Text = { type: 'text', value: words, position };
  const element = roles.get(name);
  if (element)
    return { type: 'element', name: element, children: [text], position: at(startOf(code), endOf(code)) };
  if (/^(?:ref|numref|eq|doc|prf:ref)$/.test(name)) {
    const isNumbered = target === -1 || words.includes('%s');
    const label = target === -1 ? value : value.slice(target + 1, -1);
    const shown = isNumbered ? titleOf(label, name, reading.labels) : words;
    if (shown !== words) reading.leftOut.push({ start: startOf(code), end: endOf(code) });
    return { ...text, value: shown };
  }
  return /^(?:term|cite.*|download|guilabel|index|abbreviation)$/.test(name)
    ? text
    : { type: 'inlineCode', value, position };
}

/** Of what the label names, else the words of the label itself. */
function titleOf(label: string, role: string, labels: Reading['labels']): string {
  const title = labels.get(label);
  if (title !== undefined) return title;
  return (role === 'doc' ? label.replace(/^.*\//, '') : label).replace(/[-_:]+/g, ' ').trim() || label;
}
